import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Step {
  kind: string;
  state: string;
  signerName: string | null;
  skipReason: string | null;
  opinion: string | null;
}
interface Node {
  id: string;
  seq: number;
  version: number;
  state: string;
  result: string;
  closedByName: string | null;
  returned: { reason: string } | null;
  pendingSubmission: { id: string; steps: Step[]; currentStep: { kind: string; holderNames: string[] } | null } | null;
}
interface UserError {
  code: string;
  rule: string;
  field: string | null;
  missing: { code: string; subject: string | null }[];
}
interface Answer {
  finding: Node | null;
  userErrors: UserError[];
}

const NODE =
  'id seq version state result closedByName returned { reason } pendingSubmission { id steps { kind state signerName skipReason opinion } currentStep { kind holderNames } }';
const ERRORS = 'userErrors { code rule field missing { code subject } }';

const mutate = (name: string, inputType: string): string =>
  `mutation M($input: ${inputType}!) { ${name}(input: $input) { finding { ${NODE} } ${ERRORS} } }`;

describe('sign-off over GraphQL', () => {
  let api: Api;
  let secretary: Caller;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    secretary = await api.as('secretary');
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const list = async (who: Caller, filter: Record<string, unknown>): Promise<Node[]> =>
    (
      await who.execute<{ findings: { edges: { node: Node }[] } }>(
        `query L($filter: FindingFilter) { findings(first: 100, filter: $filter) { edges { node { ${NODE} } } } }`,
        { filter },
      )
    ).findings.edges.map((edge) => edge.node);
  const atStep = async (kind: string): Promise<Node> => {
    const found = (await list(secretary, { state: ['IN_REVIEW'] })).find(
      (node) => node.pendingSubmission?.currentStep?.kind === kind,
    );
    if (found === undefined) throw new Error(`the demo has no finding at ${kind}`);
    return found;
  };
  /** The demo account of a person, by name. */
  const asPerson = async (name: string | undefined): Promise<Caller> => {
    const [row] = await api.sql<{ login: string }>(
      'SELECT a.login FROM account a JOIN person p ON p.id = a.person_id WHERE p.name = $1',
      [name],
    );
    return api.as(row?.login ?? '');
  };

  it('a return needs a reason, goes back to work and keeps the reason', async () => {
    const finding = await atStep('LEADER');
    const leader = await asPerson(finding.pendingSubmission?.currentStep?.holderNames[0]);
    const input = { findingId: finding.id, version: finding.version, reason: '  ' };
    const without = await leader.execute<{ returnFinding: Answer }>(mutate('returnFinding', 'ReturnFindingInput'), {
      input,
    });
    expect(without.returnFinding.userErrors[0]).toMatchObject({ code: 'INVALID', field: 'reason' });
    const done = await leader.execute<{ returnFinding: Answer }>(mutate('returnFinding', 'ReturnFindingInput'), {
      input: { ...input, reason: '会议签到表缺一页' },
    });
    expect(done.returnFinding.finding).toMatchObject({
      state: 'RECTIFYING',
      returned: { reason: '会议签到表缺一页' },
      pendingSubmission: null,
    });
    const [step] = await api.sql<{ state: string; opinion: string }>(
      `SELECT t.state, t.opinion FROM signoff_step t JOIN submission s ON s.id = t.submission_id WHERE s.finding_id = $1 AND t.state = 'RETURNED' ORDER BY t.signed_at DESC LIMIT 1`,
      [finding.id.slice(4)],
    );
    expect(step?.opinion).toBe('会议签到表缺一页');
  });

  it('the secretary’s signature closes, with the seal’s name, and only where evidence is accepted', async () => {
    const finding = await atStep('SECRETARY');
    await api.sql(
      `UPDATE evidence SET acceptance = 'PENDING', accepted_at = NULL, accepted_by_name = NULL, created_by_id = NULL WHERE id IN (SELECT l.evidence_id FROM evidence_action l JOIN action a ON a.id = l.action_id WHERE a.finding_id = $1)`,
      [finding.id.slice(4)],
    );
    const input = { findingId: finding.id, version: finding.version };
    const early = await secretary.execute<{ sign: Answer }>(mutate('sign', 'SignInput'), { input });
    expect(early.sign.userErrors[0]?.code).toBe('MISSING');
    expect(early.sign.userErrors[0]?.missing[0]?.code).toBe('EVIDENCE_ACCEPTED');
    const done = await secretary.execute<{ sign: Answer }>(mutate('sign', 'SignInput'), {
      input: { ...input, opinion: '同意销号', acceptEvidence: true },
    });
    expect(done.sign.userErrors).toEqual([]);
    expect(done.sign.finding).toMatchObject({ state: 'CLOSED', result: 'COMPLETED', pendingSubmission: null });
    expect(done.sign.finding?.closedByName).not.toBeNull();
    const twice = await secretary.execute<{ sign: Answer }>(mutate('sign', 'SignInput'), {
      input: { ...input, version: done.sign.finding?.version },
    });
    expect(twice.sign.userErrors[0]?.code).toBe('ILLEGAL_TRANSITION');
    const events = await api.sql(
      `SELECT verb FROM audit_event WHERE record_id = $1 AND verb IN ('sign', 'reviewEvidence')`,
      [finding.id.slice(4)],
    );
    expect(events.length).toBeGreaterThanOrEqual(2);
  });

  it('nobody signs a step that is not his own', async () => {
    const finding = await atStep('DEPARTMENT_HEAD');
    const early = await secretary.execute<{ sign: Answer }>(mutate('sign', 'SignInput'), {
      input: { findingId: finding.id, version: finding.version },
    });
    expect(early.sign.userErrors[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION', rule: 'signoff.step' });
    const other = await api.as('otherhead');
    const hidden = await other.execute<{ sign: Answer }>(mutate('sign', 'SignInput'), {
      input: { findingId: finding.id, version: finding.version },
    });
    expect(hidden.sign.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('signs a batch only after each item was opened, and all or none', async () => {
    const finding = await atStep('DEPARTMENT_HEAD');
    const head = await asPerson(finding.pendingSubmission?.currentStep?.holderNames[0]);
    const document = `mutation B($input: SignBatchInput!) { signBatch(input: $input) { count findings { id } ${ERRORS} } }`;
    const input = { items: [{ findingId: finding.id, version: finding.version }], opinion: '同意' };
    const closed = await head.execute<{ signBatch: { count: number | null; userErrors: UserError[] } }>(document, {
      input,
    });
    expect(closed.signBatch.userErrors[0]).toMatchObject({
      code: 'MISSING',
      field: 'items.0',
      missing: [{ code: 'OPENED' }],
    });
    await head.execute(
      `mutation O($input: OpenSubmissionInput!) { openSubmission(input: $input) { submission { openedByMe } ${ERRORS} } }`,
      { input: { submissionId: finding.pendingSubmission?.id } },
    );
    const opened = await head.execute<{ signBatch: { count: number | null; userErrors: UserError[] } }>(document, {
      input,
    });
    expect(opened.signBatch).toMatchObject({ count: 1, userErrors: [] });
    const stale = await head.execute<{ signBatch: { userErrors: UserError[] } }>(document, { input });
    // Decided meanwhile: told its state, not to open it.
    expect(stale.signBatch.userErrors[0]).toMatchObject({ field: 'items.0' });
    expect(stale.signBatch.userErrors[0]?.rule).not.toBe('signoff.opened');
  });

  it('one meeting’s resolution signs several findings, and a finding that cannot be signed stops all', async () => {
    const bodyId = (
      await api.sql<{ id: string; ins: string }>(
        `SELECT b.id, i.id AS ins FROM body b JOIN inspection i ON i.body_id = b.id JOIN finding f ON f.inspection_id = i.id WHERE f.state = 'IN_REVIEW' LIMIT 1`,
      )
    )[0];
    const [meeting] = await api.sql<{ id: string }>(
      `INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title, occurred_on) VALUES (gen_random_uuid(), $1, $2, 'MEETING', '0-0-99', '党组会', '2026-11-20') RETURNING id`,
      [bodyId?.id, bodyId?.ins],
    );
    await api.sql(`INSERT INTO meeting (evidence_id, type) VALUES ($1, 'PARTY_GROUP')`, [meeting?.id]);
    const document = `mutation R($input: RecordResolutionInput!) { recordResolution(input: $input) { count resolution { text meeting { title } } findings { id state } ${ERRORS} } }`;
    type Recorded = {
      recordResolution: {
        count: number | null;
        findings: { id: string; state: string }[] | null;
        userErrors: UserError[];
      };
    };
    const waiting = (await list(secretary, { state: ['IN_REVIEW'] })).filter(
      (node) => node.pendingSubmission?.currentStep?.kind === 'SECRETARY',
    );
    const elsewhere = (await list(secretary, { state: ['IN_REVIEW'] })).find(
      (node) => node.pendingSubmission?.currentStep?.kind === 'LEADER',
    );
    const items = waiting.map((node) => ({ findingId: node.id, version: node.version }));
    const input = { meetingId: `evd_${meeting?.id}`, items, text: '会议审议，同意销号。' };
    const scanless = await clerk.execute<Recorded>(document, { input });
    expect(scanless.recordResolution.userErrors[0]).toMatchObject({ code: 'INVALID', rule: 'signoff.resolutionScan' });
    await api.sql(
      `INSERT INTO attachment (id, body_id, purpose, file_name, media_type, size, sha256, evidence_id) VALUES (gen_random_uuid(), $1, 'SCAN', '纪要.pdf', 'application/pdf', 10, $2, $3)`,
      [bodyId?.id, 'a'.repeat(64), meeting?.id],
    );
    if (elsewhere !== undefined) {
      const mixed = await clerk.execute<Recorded>(document, {
        input: { ...input, items: [...items, { findingId: elsewhere.id, version: elsewhere.version }] },
      });
      expect(mixed.recordResolution.userErrors[0]).toMatchObject({
        field: `items.${items.length}`,
        rule: 'signoff.step',
      });
    }
    if (items.length > 0) {
      const done = await clerk.execute<Recorded>(document, { input });
      expect(done.recordResolution.userErrors).toEqual([]);
      expect(
        done.recordResolution.findings
          ?.map((one) => one.state)
          .every((state) => state === 'CLOSED' || state === 'CONTINUING'),
      ).toBe(true);
    }
  });

  it('an instruction stands on the finding and changes nothing else', async () => {
    const [finding] = await list(secretary, { state: ['RECTIFYING'] });
    const answer = await secretary.execute<{
      instruct: { finding: { state: string; instructions: { text: string; byName: string }[] } };
    }>(
      `mutation I($input: InstructInput!) { instruct(input: $input) { finding { state instructions { text byName } } ${ERRORS} } }`,
      { input: { findingId: finding?.id, text: '月底前报进展' } },
    );
    expect(answer.instruct.finding.instructions[0]?.text).toBe('月底前报进展');
    expect(answer.instruct.finding.state).toBe('RECTIFYING');
    const refused = await clerk.execute<{ instruct: Answer }>(mutate('instruct', 'InstructInput'), {
      input: { findingId: finding?.id, text: 'x' },
    });
    expect(refused.instruct.userErrors[0]?.code).toBe('FORBIDDEN');
  });
});
