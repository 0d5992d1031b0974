import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A mirror as an integrator keeps one: a file to which each page is appended together with its cursor, so that a mirror that is
 * killed goes on from the last whole line. Runs until it is killed; tells its parent of each page.
 */
const { MIRROR_FILE = '', MIRROR_HEADERS = '{}', MIRROR_URL = '' } = process.env;
const DOCUMENT = `query Mirror($after: String) { changes(after: $after, first: 50) { cursor hasMore nodes { type id deleted record {
  ... on Finding { version } ... on Action { version text } ... on Evidence { version title } ... on MoneySum { version } ... on Recovery { fen } } } } }`;

interface Page {
  cursor: string;
  hasMore: boolean;
  nodes: { type: string; id: string; deleted: boolean; record: unknown }[];
}

/** The cursor of the last whole line; half a line, which a kill left, is cut off. */
function resume(): string | null {
  if (!existsSync(MIRROR_FILE)) return null;
  const text = readFileSync(MIRROR_FILE, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  truncateSync(MIRROR_FILE, Buffer.byteLength(whole));
  const last = whole.trimEnd().split('\n').at(-1) ?? '';
  return last === '' ? null : (JSON.parse(last) as { cursor: string | null }).cursor;
}

async function ask(after: string | null): Promise<Page | 'BEGIN_ANEW' | null> {
  try {
    const response = await fetch(MIRROR_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(JSON.parse(MIRROR_HEADERS) as Record<string, string>) },
      body: JSON.stringify({ query: DOCUMENT, variables: { after } }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data, errors } = (await response.json()) as {
      data?: { changes: Page };
      errors?: { extensions?: { code?: string } }[];
    };
    const code = errors?.[0]?.extensions?.code;
    if (code === 'CURSOR_EXPIRED' || code === 'RIGHTS_CHANGED') return 'BEGIN_ANEW';
    return data?.changes ?? null;
  } catch {
    return null;
  }
}

let cursor = resume();
for (;;) {
  const asked = Date.now();
  const page = await ask(cursor);
  if (page === null) {
    process.send?.({ lost: true });
    await sleep(20);
    continue;
  }
  const next = page === 'BEGIN_ANEW' ? { cursor: null, anew: true } : { cursor: page.cursor, nodes: page.nodes };
  appendFileSync(MIRROR_FILE, `${JSON.stringify(next)}\n`);
  ({ cursor } = next);
  const nodes = page === 'BEGIN_ANEW' ? [] : page.nodes;
  const tombstones = nodes.filter((node) => node.deleted).length;
  process.send?.({
    asked,
    anew: page === 'BEGIN_ANEW',
    nodes: nodes.length,
    tombstones,
    idle: page !== 'BEGIN_ANEW' && !page.hasMore,
  });
  if (page !== 'BEGIN_ANEW' && !page.hasMore) await sleep(25);
}
