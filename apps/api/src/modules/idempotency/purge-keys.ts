/** Forgets the answers of writes that are older than the installation keeps them; answers how many. */
export async function purgeKeys(
  client: { query(text: string, values: unknown[]): Promise<{ rowCount: number | null }> },
  hours: number,
  now: Date,
): Promise<number> {
  const { rowCount } = await client.query(
    `DELETE FROM idempotency_key WHERE created_at < $1::timestamptz - make_interval(hours => $2)`,
    [now, hours],
  );
  return rowCount ?? 0;
}
