import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { mutate } from '../../../test/work.ts';

interface Version {
  byName: string | null;
  from: string;
  settingsInForce: { chain: object; evidence: Record<string, object> };
}
interface Inspection {
  id: string;
  version: number;
  round: { id: string; version: number };
  settingsVersions: Version[];
}
interface Transition {
  verb: string;
  allowed: boolean;
  missing: { code: string; subject: string | null; count: number | null }[];
}

const SETTINGS = 'id version settingsVersions { byName from settingsInForce }';
const INSPECTION = `${SETTINGS} round { id version }`;

let api: Api;
let head: Caller;
let office: Caller;
beforeAll(async () => {
  api = await startApi();
  [head, office] = [await api.as('head'), await api.as('office')];
});
afterAll(() => api.stop());

const transitions = async (id: string): Promise<Transition[]> =>
  (
    await head.execute<{ finding: { transitions: Transition[] } }>(
      'query T($id: ID!) { finding(id: $id) { transitions { verb allowed missing { code subject count } } } }',
      { id },
    )
  ).finding.transitions;
const inspectionOf = async (id: string): Promise<Inspection> =>
  (
    await office.execute<{ inspection: Inspection }>(`query I($id: ID!) { inspection(id: $id) { ${INSPECTION} } }`, {
      id,
    })
  ).inspection;
const decide = async (id: string, settings: object): Promise<Inspection> => {
  const { version } = await inspectionOf(id);
  const answer = await mutate<{ inspection: Inspection }>(
    office,
    'editInspection',
    { inspectionId: id, version, settings },
    `inspection { ${INSPECTION} }`,
  );
  expect(answer.userErrors).toEqual([]);
  return answer.inspection;
};

/** A finding at work with an action that is done and proven. */
async function proven(): Promise<{ id: string; inspectionId: string; ordinal: number; kind: string }> {
  const { findings } = await head.execute<{
    findings: {
      edges: {
        node: {
          id: string;
          inspection: { id: string };
          actions: { edges: { node: { ordinal: number; kind: string; state: string; evidenceCount: number } }[] };
        };
      }[];
    };
  }>(
    '{ findings(first: 100, filter: { state: [RECTIFYING] }) { edges { node { id inspection { id } actions(first: 20) { edges { node { ordinal kind state evidenceCount } } } } } } }',
  );
  const all = findings.edges.flatMap(({ node }) =>
    node.actions.edges.map((edge) => ({ id: node.id, inspectionId: node.inspection.id, ...edge.node })),
  );
  const found = all.find((one) => one.state === 'DONE' && one.evidenceCount > 0);
  if (!found) throw new Error('the demo has no action that is done and proven');
  return found;
}

const missingOf = async (id: string): Promise<object[]> =>
  (await transitions(id)).find((one) => one.verb === 'submit')?.missing ?? [];

it('asks the evidence of the round’s rule for the kind of action, and names how much lacks', async () => {
  const { id, inspectionId, ordinal, kind } = await proven();
  await decide(inspectionId, { evidence: { [kind]: { kinds: ['SELF_CRITICISM'], pieces: 2 } } });
  const lacking = { code: 'EVIDENCE_OF_KIND', subject: String(ordinal), count: 2 };
  expect(await missingOf(id)).toContainEqual(lacking);
  const { finding } = await head.execute<{
    finding: { actions: { edges: { node: { ordinal: number; evidenceAsked: object } }[] } };
  }>(
    'query A($id: ID!) { finding(id: $id) { actions(first: 20) { edges { node { ordinal evidenceAsked { kinds pieces } } } } } }',
    { id },
  );
  expect(finding.actions.edges.find(({ node }) => node.ordinal === ordinal)?.node.evidenceAsked).toEqual({
    kinds: ['SELF_CRITICISM'],
    pieces: 2,
  });
  await decide(inspectionId, {});
  expect(await missingOf(id)).not.toContainEqual(lacking);
});

it('keeps every version of the settings with who and when, over what the round said then', async () => {
  const { inspectionId } = await proven();
  const before = (await inspectionOf(inspectionId)).settingsVersions;
  const { round } = await decide(inspectionId, { chain: { clerkCheck: true } });
  const answer = await mutate<{ round: Inspection }>(
    office,
    'editRound',
    { roundId: round.id, version: round.version, settings: { chain: { leader: false } } },
    `round { ${SETTINGS} }`,
  );
  expect(answer.userErrors).toEqual([]);
  const after = await decide(inspectionId, { chain: { clerkCheck: false } });
  const { name } = (await office.execute<{ viewer: { name: string } }>('{ viewer { name } }')).viewer;
  const [latest, earlier] = after.settingsVersions;
  expect(after.settingsVersions).toHaveLength(before.length + 2);
  expect(earlier?.settingsInForce.chain).toMatchObject({ clerkCheck: true, leader: true });
  expect(latest?.settingsInForce.chain).toMatchObject({ clerkCheck: false, leader: false });
  expect([latest?.byName, earlier?.byName, answer.round.settingsVersions[0]?.byName]).toEqual(
    Array.from({ length: 3 }, () => name),
  );
  const other = { chain: { clerkCheck: false } };
  const same = await decide(inspectionId, other);
  expect(same.settingsVersions).toHaveLength(after.settingsVersions.length);
});

it('the database itself refuses to change a version', async () => {
  await expect(api.sql("UPDATE settings_version SET settings = '{}'")).rejects.toThrow('never changes');
});
