import { parseReport, type ParsedReport } from '@closeout/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import {
  committed,
  emptyInspection,
  FIXTURE_NAMES,
  fixtureText,
  mutate,
  realReport,
  sendReport,
} from '../../../test/import-files.ts';
import { MEASURED } from '../../../test/measured.ts';

const NAME = '03-laonianxiehui-sample-like';
const TEXT = fixtureText(NAME);
const BIG = realReport() ?? fixtureText('12-ligongdaxue-40-findings');

describe('entering a report into the ledger', () => {
  let api: Api;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const parsedOf = async (importId: string): Promise<ParsedReport> => {
    const [row] = await api.sql<{ parsed: ParsedReport }>(`SELECT parsed FROM import WHERE id = $1`, [
      importId.slice(4),
    ]);
    return (row as { parsed: ParsedReport }).parsed;
  };
  const findingsOf = (inspectionId: string) =>
    api.sql<{
      id: string;
      seq: number;
      ref_no: string;
      state: string;
      result: string;
      result_text: string | null;
      aspect: string | null;
      remediation_type: string | null;
      due_on: Date | null;
      due_rule: string | null;
      description: string;
      closed_at: Date | null;
    }>(
      `SELECT f.*, a.title AS aspect FROM finding f LEFT JOIN aspect a ON a.id = f.aspect_id WHERE f.inspection_id = $1 ORDER BY seq`,
      [inspectionId.slice(4)],
    );

  it('as history: recorded, result words as claims, no seal, nothing to sign', async () => {
    const inspectionId = await emptyInspection(api);
    const { importId } = await committed(clerk, inspectionId, TEXT, 'HISTORY');
    const parsed = await parsedOf(importId);
    const rows = await findingsOf(inspectionId);
    expect(rows.map(({ state, closed_at, due_on }) => [state, closed_at, due_on])).toEqual(
      parsed.findings.map(() => ['RECORDED', null, null]),
    );
    expect(rows.map(({ result, result_text, description }) => [result, result_text, description])).toEqual(
      parsed.findings.map(({ status, resultText, description }) => [status, resultText, description]),
    );
    const { import: row } = await clerk.execute<{ import: Record<string, unknown> }>(
      `query I($id: ID!) { import(id: $id) { state mode undoable findingCount committedAt } }`,
      { id: importId },
    );
    expect(row).toMatchObject({ state: 'COMMITTED', mode: 'HISTORY', undoable: true, findingCount: rows.length });
  });

  it('as a live ledger: unclaimed, no result, deadlines by rule, printed actions as the source reports them', async () => {
    const inspectionId = await emptyInspection(api);
    const [heading = ''] = parseReport(TEXT).categories.map(({ title }) => title);
    const text = TEXT.replace(heading, '立行立改情况');
    const { importId } = await committed(clerk, inspectionId, text, 'LIVE');
    const parsed = await parsedOf(importId);
    const rows = await findingsOf(inspectionId);
    expect(new Set(rows.map(({ state, result, result_text }) => `${state} ${result} ${result_text}`))).toEqual(
      new Set(['UNCLAIMED UNKNOWN null']),
    );
    expect(rows.every(({ due_on, due_rule }) => due_on !== null && due_rule !== null)).toBe(true);
    const immediate = rows.filter(({ remediation_type }) => remediation_type === 'IMMEDIATE');
    expect(immediate.length).toBeGreaterThan(0);
    expect(immediate.every(({ aspect, due_rule }) => aspect === null && due_rule === 'IMMEDIATE_DAYS')).toBe(true);
    const headings = [...new Set(parsed.findings.map(({ category }) => category))].filter(
      (title) => !title?.startsWith('立行立改'),
    );
    expect([...new Set(rows.flatMap(({ aspect }) => aspect ?? []))]).toEqual(headings);
    const actions = await api.sql<{
      seq: number;
      ordinal: number;
      text: string;
      reported_by_source: boolean;
      span_from: number;
      span_to: number;
      last_piece: number;
    }>(
      `SELECT f.seq, a.* FROM action a JOIN finding f ON f.id = a.finding_id WHERE f.inspection_id = $1 ORDER BY f.seq, a.ordinal`,
      [inspectionId.slice(4)],
    );
    expect(actions.map(({ text }) => text)).toEqual(
      parsed.findings.flatMap((finding) => finding.actions.map(({ text }) => text)),
    );
    for (const action of actions) expect(text.slice(action.span_from, action.span_to)).toBe(action.text);
    expect(actions.every(({ reported_by_source }) => reported_by_source)).toBe(true);
  });

  it('goes on behind the numbers that the inspection has, and shares its aspects', async () => {
    const inspectionId = await emptyInspection(api);
    await committed(clerk, inspectionId, TEXT, 'HISTORY');
    const first = await findingsOf(inspectionId);
    await committed(clerk, inspectionId, `${TEXT}\n`, 'LIVE');
    const all = await findingsOf(inspectionId);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all.length).toBe(first.length * 2);
    expect(all[first.length]?.ref_no).toMatch(new RegExp(`-市侨青会-${first.length + 1}$`));
    const [aspects] = await api.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM aspect WHERE inspection_id = $1`,
      [inspectionId.slice(4)],
    );
    expect(aspects?.count).toBe(new Set(first.flatMap(({ aspect }) => aspect ?? [])).size);
  });

  it.each(FIXTURE_NAMES)(
    '%s: every printed meeting, document, talk and refund is evidence to be checked, with its quote at its place',
    async (name) => {
      const text = fixtureText(name);
      const inspectionId = await emptyInspection(api);
      const { importId } = await committed(clerk, inspectionId, text, 'LIVE');
      const parsed = await parsedOf(importId);
      const evidence = await api.sql<{
        id: string;
        kind: string;
        piece_number: string;
        quote: string;
        span_from: number | null;
        span_to: number;
        acceptance: string;
        restricted: boolean;
        reported_by_source: boolean;
        seq: number | null;
        ordinal: number | null;
        action_from: number | null;
        action_to: number | null;
      }>(
        `SELECT e.*, f.seq, a.ordinal, a.span_from AS action_from, a.span_to AS action_to FROM evidence e LEFT JOIN evidence_action l ON l.evidence_id = e.id LEFT JOIN action a ON a.id = l.action_id LEFT JOIN finding f ON f.id = a.finding_id WHERE e.import_id = $1`,
        [importId.slice(4)],
      );
      const count = (list: 'meetings' | 'documents' | 'talks' | 'refunds'): number =>
        parsed.findings.reduce((sum, finding) => sum + finding[list].length, 0);
      const kinds = (kind: string): number => evidence.filter((piece) => piece.kind === kind).length;
      expect([kinds('MEETING'), kinds('DOCUMENT'), kinds('TALK'), kinds('REFUND')]).toEqual([
        count('meetings') + parsed.preamble.meetings.length,
        count('documents'),
        count('talks'),
        count('refunds'),
      ]);
      for (const piece of evidence) {
        expect(piece).toMatchObject({
          acceptance: 'PENDING',
          reported_by_source: true,
          restricted: piece.kind === 'TALK',
        });
        expect(piece.piece_number).toMatch(
          piece.seq === null ? /^0-0-\d\d$/ : new RegExp(`^${piece.seq}-${piece.ordinal}-\\d\\d$`),
        );
        expect(piece.span_from, piece.quote).not.toBeNull();
        expect(text.slice(piece.span_from as number, piece.span_to)).toBe(piece.quote);
      }
      expect(new Set(evidence.map(({ piece_number }) => piece_number)).size).toBe(evidence.length);
    },
  );

  it('stores sums as the text states them and proposes refunds, without booking a fen', async () => {
    const inspectionId = await emptyInspection(api);
    const { importId } = await committed(clerk, inspectionId, TEXT, 'LIVE');
    const parsed = await parsedOf(importId);
    const sums = await api.sql<{
      stated_fen: string | null;
      stated_text: string | null;
      per_head: boolean;
      established_fen: string | null;
      disposition: string | null;
      stated_rounding_fen: string | null;
      span_from: number;
      span_to: number;
      label: string;
    }>(
      `SELECT m.* FROM money_sum m JOIN finding f ON f.id = m.finding_id WHERE f.inspection_id = $1 ORDER BY f.seq, m.ordinal`,
      [inspectionId.slice(4)],
    );
    const stated = sums.filter(({ stated_fen }) => stated_fen !== null);
    const amounts = parsed.findings.flatMap(({ problemAmounts }) => problemAmounts);
    expect(stated.map(({ stated_fen, stated_text, per_head }) => [Number(stated_fen), stated_text, per_head])).toEqual(
      amounts.map(({ fen, quote, perHead }) => [fen, quote, perHead]),
    );
    for (const sum of stated) {
      expect(TEXT.slice(sum.span_from, sum.span_to)).toBe(sum.stated_text);
      expect(sum.label).toContain(sum.stated_text);
      expect(Number(sum.stated_rounding_fen)).toBeGreaterThan(0);
    }
    expect(sums.every(({ established_fen, disposition }) => established_fen === null && disposition === null)).toBe(
      true,
    );
    const [booked] = await api.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM recovery r JOIN money_sum m ON m.id = r.sum_id WHERE m.import_id = $1`,
      [importId.slice(4)],
    );
    expect(booked?.count).toBe(0);
    const refunds = await api.sql<{ note: string }>(
      `SELECT note FROM evidence WHERE import_id = $1 AND kind = 'REFUND'`,
      [importId.slice(4)],
    );
    expect(refunds.every(({ note }) => /^原文称.+元，尚未核对凭证/.test(note))).toBe(true);
    expect(refunds.length).toBeGreaterThan(0);
  });

  it('fills what the inspection does not know and overwrites nothing', async () => {
    const inspectionId = await emptyInspection(api);
    await api.sql(`UPDATE inspection SET team = '省委巡视组' WHERE id = $1`, [inspectionId.slice(4)]);
    const { importId } = await committed(clerk, inspectionId, TEXT, 'HISTORY');
    const { preamble } = await parsedOf(importId);
    const { inspection } = await clerk.execute<{ inspection: unknown }>(
      `query N($id: ID!) { inspection(id: $id) { team onSiteFrom onSiteTo feedbackOn statedCounts } }`,
      { id: inspectionId },
    );
    expect(inspection).toEqual({
      team: '省委巡视组',
      onSiteFrom: preamble.inspectionStart,
      onSiteTo: preamble.inspectionEnd,
      feedbackOn: preamble.feedbackDate,
      statedCounts: preamble.statedCounts,
    });
  });

  it('leaves one trace for the batch and one for each finding', async () => {
    const inspectionId = await emptyInspection(api);
    const { importId } = await committed(clerk, inspectionId, TEXT, 'LIVE');
    const events = await api.sql<{ record_type: string; after: Record<string, unknown> }>(
      `SELECT record_type, after FROM audit_event WHERE verb = 'commitImport' AND (record_id = $1 OR record_id IN (SELECT id FROM finding WHERE import_id = $1)) ORDER BY id`,
      [importId.slice(4)],
    );
    const rows = await findingsOf(inspectionId);
    expect(events.map(({ record_type }) => record_type)).toEqual(['Import', ...rows.map(() => 'Finding')]);
    expect(events[0]?.after).toMatchObject({ mode: 'LIVE', findings: rows.length, firstSeq: 1 });
  });

  it('refuses a second commit, a stale version and others than the clerk, and enters nothing twice', async () => {
    const inspectionId = await emptyInspection(api);
    const { body } = await sendReport(clerk, inspectionId, TEXT);
    const input = { importId: body.importId, version: 1, mode: 'HISTORY' };
    expect((await mutate(await api.as('secretary'), 'commitImport', input)).userErrors[0]?.code).toBe('NOT_FOUND');
    expect((await mutate(clerk, 'commitImport', { ...input, version: 7 })).userErrors[0]?.code).toBe('CONFLICT');
    const both = await Promise.all([mutate(clerk, 'commitImport', input), mutate(clerk, 'commitImport', input)]);
    expect(both.filter(({ import: done }) => done !== null).length).toBe(1);
    const again = await mutate(clerk, 'commitImport', { ...input, version: 2 });
    expect(again.userErrors[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION', rule: 'imports.state' });
    expect((await findingsOf(inspectionId)).length).toBe(body.findings);
    for (const verb of ['discardImport', 'correctImport'] as const) {
      const edits = verb === 'correctImport' ? { edits: [{ notAFinding: { seq: 1 } }] } : {};
      expect((await mutate(clerk, verb, { importId: body.importId, version: 2, ...edits })).userErrors[0]?.rule).toBe(
        'imports.state',
      );
    }
  });

  it('two imports into one inspection at once give each number once', async () => {
    const inspectionId = await emptyInspection(api);
    const drafts = [await sendReport(clerk, inspectionId, TEXT), await sendReport(clerk, inspectionId, `${TEXT}\n`)];
    const done = await Promise.all(
      drafts.map(({ body }) => mutate(clerk, 'commitImport', { importId: body.importId, version: 1, mode: 'LIVE' })),
    );
    expect(done.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const rows = await findingsOf(inspectionId);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  });

  it('enters more than thirty findings well under two seconds', MEASURED, async () => {
    const inspectionId = await emptyInspection(api);
    const { body } = await sendReport(clerk, inspectionId, BIG);
    expect(body.findings).toBeGreaterThanOrEqual(33);
    const start = performance.now();
    await mutate(clerk, 'commitImport', { importId: body.importId, version: 1, mode: 'LIVE' });
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
