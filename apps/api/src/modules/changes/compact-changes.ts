interface Client {
  query(text: string, values: unknown[]): Promise<{ rows: { removed: string }[] }>;
}

/**
 * Keeps one row of the feed for each record, and tombstones for so many days: a mirror that asks more seldom has to read
 * everything again. Answers how many rows were removed.
 */
export async function compactChanges(client: Client, days: number, now: Date): Promise<number> {
  const { rows } = await client.query(`SELECT feed.compact($1::timestamptz - make_interval(days => $2)) AS removed`, [
    now,
    days,
  ]);
  return Number(rows[0]?.removed ?? 0);
}
