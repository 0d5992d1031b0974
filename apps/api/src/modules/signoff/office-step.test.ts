import { afterEach, beforeEach, expect, it } from 'vitest';
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
beforeEach(async () => {
  api = await startApi();
  [secretary, office] = [await api.as('secretary'), await api.as('office')];
});
afterEach(() => api.stop());

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
  expect(read.viewerCan).toEqual(['sign', 'returnFinding', 'reviewSubmission']);

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

it('where the round names reviewers, the office signs once it has entered what each of them says', async () => {
  const finding = await atSecretary();
  await api.sql(
    `UPDATE inspection SET settings = settings || '{"chain":{"officeReviewers":["ORGANISATION"]}}' WHERE id = (SELECT inspection_id FROM finding WHERE id = $1)`,
    [finding.id.slice(4)],
  );
  const { finding: handed } = await sign(secretary, finding, 'sign', { acceptEvidence: true });
  const review = (who: Caller, more: object) =>
    mutate<{ finding: Waiting | null }>(
      who,
      'reviewSubmission',
      { findingId: finding.id, version: handed?.version, ...more },
      `finding { ${FINDING} }`,
    );
  expect((await sign(office, handed as Waiting)).userErrors[0]).toMatchObject({
    code: 'MISSING',
    rule: 'findings.gate',
  });
  const { finding: told } = await office.execute<{ finding: { transitions: { verb: string; missing: object[] }[] } }>(
    'query T($id: ID!) { finding(id: $id) { transitions { verb missing { code subject } } } }',
    { id: finding.id },
  );
  expect(told.transitions.find((one) => one.verb === 'sign')?.missing).toEqual([
    { code: 'REVIEW', subject: 'ORGANISATION' },
  ]);
  expect((await review(office, { reviewer: 'ORGANISATION', opinion: 'COMMENTS' })).userErrors[0]).toMatchObject({
    rule: 'filings.comments',
    field: 'text',
  });
  expect((await review(secretary, { reviewer: 'ORGANISATION', opinion: 'AGREE' })).userErrors[0]?.code).toBe(
    'FORBIDDEN',
  );
  const said = { reviewer: 'ORGANISATION', opinion: 'COMMENTS', text: '请附干部任免材料' };
  const heard = await review(office, said);
  expect(heard.userErrors).toEqual([]);

  // The body reads the opinions with the decision, not before it.
  const READ =
    'query R($id: ID!) { finding(id: $id) { submissions { reviews { reviewer name opinion text enteredByName } } } }';
  const readBy = async (who: Caller) =>
    (await who.execute<{ finding: { submissions: { reviews: object[] }[] } }>(READ, { id: finding.id })).finding
      .submissions[0]?.reviews;
  expect(await readBy(secretary)).toEqual([]);
  expect(await readBy(office)).toMatchObject([{ ...said, name: null }]);
  expect((await sign(office, heard.finding as Waiting)).userErrors).toEqual([]);
  expect(await readBy(secretary)).toMatchObject([said]);
});
