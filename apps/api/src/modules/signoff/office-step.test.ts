import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { mutate } from '../../../test/work.ts';

interface Waiting {
  id: string;
  version: number;
  state: string;
  pendingSubmission: { currentStep: { kind: string; holderNames: string[] } | null } | null;
}
const FINDING = 'id version state pendingSubmission { currentStep { kind holderNames } }';

let api: Api;
let secretary: Caller;
let office: Caller;
beforeAll(async () => {
  api = await startApi();
  [secretary, office] = [await api.as('secretary'), await api.as('office')];
});
afterAll(() => api.stop());

const seenBy = async (who: Caller, filter: object = {}): Promise<Waiting[]> =>
  (
    await who.execute<{ findings: { edges: { node: Waiting }[] } }>(
      `query W($filter: FindingFilter) { findings(first: 100, filter: $filter) { edges { node { ${FINDING} } } } }`,
      { filter },
    )
  ).findings.edges.map(({ node }) => node);

/** A finding that waits for the secretary, in a chain that goes on to the office. */
async function atSecretary(): Promise<Waiting> {
  const found = (await seenBy(secretary, { waitsForMe: true })).find(
    (one) => one.pendingSubmission?.currentStep?.kind === 'SECRETARY',
  );
  if (found === undefined) throw new Error('the demo has no finding that waits for the secretary');
  await api.sql(
    `INSERT INTO signoff_step (id, submission_id, ordinal, kind, state) SELECT gen_random_uuid(), s.id, (SELECT max(t.ordinal) + 1 FROM signoff_step t WHERE t.submission_id = s.id), 'OFFICE', 'WAITING'
     FROM submission s WHERE s.finding_id = $1 AND s.outcome = 'PENDING'`,
    [found.id.slice(4)],
  );
  return found;
}

const sign = (who: Caller, { id, version }: Waiting, verb = 'sign', more: object = {}) =>
  mutate<{ finding: Waiting | null }>(who, verb, { findingId: id, version, ...more }, `finding { ${FINDING} }`);

it('after the secretary the office signs, and sees the finding only while it waits for it', async () => {
  const finding = await atSecretary();
  expect(await seenBy(office)).toEqual([]);
  const signed = await sign(secretary, finding, 'sign', { acceptEvidence: true });
  expect(signed).toMatchObject({
    userErrors: [],
    finding: { state: 'IN_REVIEW', pendingSubmission: { currentStep: { kind: 'OFFICE' } } },
  });
  const { name } = (await office.execute<{ viewer: { name: string } }>('{ viewer { name } }')).viewer;
  expect(signed.finding?.pendingSubmission?.currentStep?.holderNames).toEqual([name]);

  const [open, ...others] = await seenBy(office);
  expect(others).toEqual([]);
  expect(open?.id).toBe(finding.id);
  expect((await seenBy(office, { waitsForMe: true })).map((one) => one.id)).toEqual([finding.id]);
  // Neither work on it nor restricted talks come with that.
  const { finding: read } = await office.execute<{ finding: { viewerCan: string[] } }>(
    'query V($id: ID!) { finding(id: $id) { viewerCan } }',
    { id: finding.id },
  );
  expect(read.viewerCan).toEqual(['sign', 'returnFinding']);

  const closed = await sign(office, open as Waiting);
  expect(closed).toEqual({ userErrors: [], finding: null });
  expect(await seenBy(office)).toEqual([]);
  const [row] = await api.sql<{ state: string }>('SELECT state FROM finding WHERE id = $1', [finding.id.slice(4)]);
  expect(row?.state).toBe('CLOSED');
});

it('what the office returns is work again for the body, with its reason', async () => {
  const finding = await atSecretary();
  const signed = await sign(secretary, finding, 'sign', { acceptEvidence: true });
  const handed = signed.finding as Waiting;
  expect((await sign(await api.as('otherhead'), handed)).userErrors[0]?.code).toBe('NOT_FOUND');
  expect((await sign(secretary, handed)).userErrors[0]).toMatchObject({
    code: 'ILLEGAL_TRANSITION',
    rule: 'signoff.step',
  });
  const returned = await sign(office, handed, 'returnFinding', { reason: '清退凭证不全,请补' });
  expect(returned.userErrors).toEqual([]);
  const { finding: back } = await secretary.execute<{ finding: { state: string; returned: { reason: string } } }>(
    'query R($id: ID!) { finding(id: $id) { state returned { reason } } }',
    { id: finding.id },
  );
  expect(back).toEqual({ state: 'RECTIFYING', returned: { reason: '清退凭证不全,请补' } });
  expect(await seenBy(office)).toEqual([]);
});
