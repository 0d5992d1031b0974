import { FULL } from './build.ts';
import { LEDGER, POSTGRAPHILE_LEDGER } from './documents.ts';
import { answerTo, type Servers } from './setup.ts';

interface Page<T> {
  edges: { node: T }[];
}
interface LedgerAnswer {
  data: {
    findings: Page<{
      id: string;
      seq: number;
      actions: Page<{ id: string; evidence: Page<{ id: string; kind: string }> }>;
    }>;
  };
}

export interface Counted {
  findings: number;
  actions: number;
  evidence: number;
}

/** How many records an answer of the API to `LEDGER` holds. */
export function count(bytes: Buffer): Counted {
  const { data } = JSON.parse(bytes.toString('utf8')) as LedgerAnswer;
  const actions = data.findings.edges.flatMap(({ node }) => node.actions.edges);
  const evidence = actions.flatMap(({ node }) => node.evidence.edges);
  return { findings: data.findings.edges.length, actions: actions.length, evidence: evidence.length };
}

/** PostGraphile's answer in few words: every id in document order, without the prefixes that only the API has. */
const idsIn = (bytes: Buffer): string[] =>
  [...bytes.toString('utf8').matchAll(/[0-9a-f]{8}-0000-7000-8000-[0-9a-f]{12}/g)].map(([id]) => id);

/**
 * Holds the three answers against one another: API and floor byte by byte, PostGraphile by every id in order; and that the
 * whole ledger is there, and nothing for the clerk of another body. Answers the sizes in bytes.
 */
export async function compareAnswers(
  servers: Servers,
): Promise<{ floor: number; postgraphile: number; closeout: number }> {
  const floor = await answerTo(servers.floor());
  const closeout = await answerTo(servers.closeout(LEDGER));
  const postgraphile = await answerTo(servers.postgraphile(POSTGRAPHILE_LEDGER));
  if (!floor.equals(closeout)) throw new Error('the floor and the API do not send the same bytes');
  const counted = count(closeout);
  const expected = {
    findings: FULL.findings,
    actions: FULL.findings * FULL.actions,
    evidence: FULL.findings * FULL.actions * FULL.evidence,
  };
  if (JSON.stringify(counted) !== JSON.stringify(expected))
    throw new Error(`the ledger holds ${JSON.stringify(counted)}, not ${JSON.stringify(expected)}`);
  if (idsIn(closeout).join() !== idsIn(postgraphile).join())
    throw new Error('PostGraphile does not answer the same records in the same order');
  const neighbour = await answerTo(servers.closeout(LEDGER, 'neighbour'));
  if (neighbour.toString('utf8') !== '{"data":{"findings":{"edges":[]}}}')
    throw new Error('the clerk of another body sees something');
  return { floor: floor.length, postgraphile: postgraphile.length, closeout: closeout.length };
}
