import type { ParsedFinding, ParsedReport } from '@closeout/report';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import {
  emptyInspection,
  fixtureText,
  mutate,
  reportText,
  sendReport,
  type ImportAnswer,
} from '../../../test/import-files.ts';

const TEXT = fixtureText('03-laonianxiehui-sample-like');

describe('correcting what was read', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  let importId: string;
  let version: number;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    inspectionId = await emptyInspection(api);
    importId = (await sendReport(clerk, inspectionId, TEXT)).body.importId;
    version = 1;
  });

  const attempt = (...edits: object[]): Promise<ImportAnswer> =>
    mutate(clerk, 'correctImport', { importId, version, edits });
  const correct = async (...edits: object[]): Promise<ParsedReport> => {
    const { import: changed, userErrors } = await attempt(...edits);
    expect(userErrors).toEqual([]);
    expect(changed?.version).toBe((version += 1));
    return (changed as unknown as { parsed: ParsedReport }).parsed;
  };
  const stored = async (): Promise<ParsedReport> => {
    const [row] = await api.sql<{ parsed: ParsedReport }>(`SELECT parsed FROM import WHERE id = $1`, [
      importId.slice(4),
    ]);
    return (row as { parsed: ParsedReport }).parsed;
  };
  /** The report after the draft has entered the ledger. */
  const printed = async (): Promise<string> => {
    const { userErrors } = await mutate(clerk, 'commitImport', { importId, version, mode: 'HISTORY' });
    expect(userErrors).toEqual([]);
    return reportText(clerk, inspectionId);
  };
  const at = (parsed: ParsedReport, seq: number): ParsedFinding => parsed.findings[seq - 1] as ParsedFinding;
  const numbered = (parsed: ParsedReport): void =>
    expect(parsed.findings.map(({ seq }) => seq)).toEqual(parsed.findings.map((_, index) => index + 1));
  /** Spans cover disjoint stretches, and every quote stands where it says. */
  const sound = (parsed: ParsedReport): void => {
    numbered(parsed);
    const spans = [
      ...parsed.findings.flatMap((finding) => finding.spans),
      ...parsed.otherSpans.map(({ span }) => span),
      ...parsed.unparsed.map(({ span }) => span),
    ].toSorted((a, b) => a[0] - b[0]);
    for (const [index, [from]] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
    for (const { actions } of parsed.findings)
      for (const { text, span } of actions) if (span !== null) expect(TEXT.slice(...span)).toBe(text);
  };

  it('changes words and what a result means, and the report prints typed words only', async () => {
    const before = await stored();
    const parsed = await correct(
      { editFinding: { seq: 2, title: '新标题', category: '新的方面' } },
      { editFinding: { seq: 3, status: 'PARTIAL' } },
      { editAction: { seq: 1, ordinal: 1, text: '换过的措施' } },
    );
    expect(at(parsed, 2)).toMatchObject({
      title: '新标题',
      category: '新的方面',
      description: at(before, 2).description,
    });
    expect(at(parsed, 3)).toMatchObject({ status: 'PARTIAL', resultText: at(before, 3).resultText });
    expect(await printed()).toBe(TEXT.replace(at(before, 1).actions[0]?.text ?? '', '换过的措施'));
  });

  it('adds an action, and the report prints it in the style of its neighbours', async () => {
    const parsed = await correct({ addAction: { seq: 1, ordinal: 2, text: '补充的措施' } });
    expect(at(parsed, 1).actions[1]).toEqual({ text: '补充的措施', span: null });
    expect(await printed()).toContain('二是补充的措施');
  });

  it('leaves out what is no action: its words stay in the source and in the report', async () => {
    const before = await stored();
    const parsed = await correct({ removeAction: { seq: 1, ordinal: 1 } });
    expect(at(parsed, 1).actions.map(({ text }) => text)).toEqual(
      at(before, 1)
        .actions.slice(1)
        .map(({ text }) => text),
    );
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('cuts an action in two, both with their place', async () => {
    const [action] = at(await stored(), 1).actions;
    const cut = (action?.text.indexOf('，') ?? 0) + 1;
    const parsed = await correct({ splitAction: { seq: 1, ordinal: 1, at: cut } });
    expect(
      at(parsed, 1)
        .actions.slice(0, 2)
        .map(({ text }) => text),
    ).toEqual([action?.text.slice(0, cut - 1), action?.text.slice(cut)]);
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('merges a finding into the one before, whose measures it continues', async () => {
    const before = await stored();
    await correct({ markChecked: { seqs: [1, 2, 3, 4], checked: true } });
    const parsed = await correct({ mergeFinding: { seq: 3 } });
    expect(parsed.findings.length).toBe(before.findings.length - 1);
    expect(at(parsed, 2).description).toBe(at(before, 2).description);
    expect(at(parsed, 2).actions.length).toBe(at(before, 2).actions.length + 1 + at(before, 3).actions.length);
    expect(at(parsed, 2).meetings.length).toBe(at(before, 2).meetings.length + at(before, 3).meetings.length);
    expect(at(parsed, 3).title).toBe(at(before, 4).title);
    const [row] = await api.sql(`SELECT checked_seqs FROM import WHERE id = $1`, [importId.slice(4)]);
    expect(row).toEqual({ checked_seqs: [1, 3] });
    sound(parsed);
    expect(parsed.warnings.some(({ code }) => code === 'COUNT_MISMATCH')).toBe(true);
    expect(await printed()).toBe(TEXT);
  });

  it('merges behind a finding without measures into its description', async () => {
    const before = await stored();
    const removals = at(before, 2).actions.map(() => ({ removeAction: { seq: 2, ordinal: 1 } }));
    const parsed = await correct(...removals, { mergeFinding: { seq: 3 } });
    expect(at(parsed, 2).description).toBe(
      `${at(before, 2).description.replace(/。$/, '')}。${at(before, 3).description}`,
    );
    expect(at(parsed, 2).actions).toEqual(at(before, 3).actions);
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('cuts a finding in its description: measures and result go with the second part', async () => {
    const before = await stored();
    const finding = before.findings.find(({ description }) => /。./.test(description)) as ParsedFinding;
    const start = finding.layout?.description[0]?.[0] as number;
    const cut = start + finding.description.indexOf('。') + 1;
    const parsed = await correct({ splitFinding: { seq: finding.seq, at: cut } });
    const [first, second] = [at(parsed, finding.seq), at(parsed, finding.seq + 1)];
    expect(first.description + second.description).toBe(finding.description);
    expect([first.actions, first.status, second.actions, second.resultText]).toEqual([
      [],
      'UNKNOWN',
      finding.actions,
      finding.resultText,
    ]);
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('cuts a finding between its measures: the next one describes the new finding', async () => {
    const before = await stored();
    const finding = before.findings.find(({ actions }) => actions.length > 2) as ParsedFinding;
    const parsed = await correct({ splitFinding: { seq: finding.seq, at: finding.layout?.actions[1]?.enumerator[0] } });
    const [first, second] = [at(parsed, finding.seq), at(parsed, finding.seq + 1)];
    expect([first.actions.length, second.description, second.actions.length]).toEqual([
      1,
      finding.actions[1]?.text,
      finding.actions.length - 2,
    ]);
    expect(first.meetings.length + second.meetings.length).toBe(finding.meetings.length);
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('what is no finding leaves the list and stays in the report', async () => {
    const before = await stored();
    const parsed = await correct({ notAFinding: { seq: 1 } });
    expect(parsed.findings.map(({ title }) => title)).toEqual(before.findings.slice(1).map(({ title }) => title));
    sound(parsed);
    expect(await printed()).toBe(TEXT);
  });

  it('drops a meeting, a document, a refund, a talk', async () => {
    const before = await stored();
    for (const [list, verb] of [
      ['meetings', 'dropMeeting'],
      ['documents', 'dropDocument'],
      ['refunds', 'dropRefund'],
      ['talks', 'dropTalk'],
    ] as const) {
      const seq = before.findings.find((finding) => finding[list].length > 0)?.seq;
      if (seq === undefined) throw new Error(`the fixture has no ${list}`);
      const count = at(before, seq)[list].length;
      expect(at(await correct({ [verb]: { seq, index: 0 } }), seq)[list].length).toBe(count - 1);
      expect((await attempt({ [verb]: { seq, index: 99 } })).userErrors[0]).toMatchObject({
        code: 'NOT_FOUND',
        field: `${verb}.index`,
      });
    }
    expect(await printed()).toBe(TEXT);
  });

  it.each([
    ['no correction', [], 'input.count'],
    ['two in one', [{ notAFinding: { seq: 1 }, mergeFinding: { seq: 2 } }], 'imports.oneEdit'],
    ['none in one', [{}], 'imports.oneEdit'],
    ['a finding that is not there', [{ editFinding: { seq: 99, title: 'x' } }], 'imports.place'],
    ['an action that is not there', [{ editAction: { seq: 1, ordinal: 99, text: 'x' } }], 'imports.place'],
    ['empty words', [{ editAction: { seq: 1, ordinal: 1, text: '  ' } }], 'input.required'],
    ['the first merged into none', [{ mergeFinding: { seq: 1 } }], 'imports.noFindingBefore'],
    ['a cut outside', [{ splitFinding: { seq: 1, at: 0 } }], 'imports.cut'],
    ['a cut at the end of an action', [{ splitAction: { seq: 1, ordinal: 1, at: 9_999 } }], 'imports.cut'],
    ['a check of nothing', [{ markChecked: { seqs: [0], checked: true } }], 'imports.place'],
  ])('refuses %s, and nothing of the step is kept', async (_, edits, rule) => {
    const before = await stored();
    const { import: changed, userErrors } = await attempt(
      ...(edits.length > 0 ? [{ editFinding: { seq: 2, title: '不应保留' } }, ...edits] : []),
    );
    expect([changed, userErrors[0]?.rule]).toEqual([null, rule]);
    expect(await stored()).toEqual(before);
  });

  it('refuses a stale version with who changed it, and leaves a trace of each step', async () => {
    await correct({ editFinding: { seq: 1, title: '甲' } });
    const { userErrors } = await mutate(clerk, 'correctImport', {
      importId,
      version: 1,
      edits: [{ editFinding: { seq: 1, title: '乙' } }],
    });
    expect(userErrors[0]).toMatchObject({ code: 'CONFLICT', rule: 'ledger.version', params: { version: 2 } });
    const events = await api.sql(`SELECT verb, after FROM audit_event WHERE record_id = $1 ORDER BY id`, [
      importId.slice(4),
    ]);
    expect(events.map(({ verb }) => verb)).toEqual(['importReport', 'correctImport']);
    expect(events[1]).toMatchObject({ after: { edits: [{ editFinding: { seq: 1, title: '甲' } }] } });
  });

  it('is hidden from other bodies and from those who do not import', async () => {
    const edits = [{ editFinding: { seq: 1, title: '甲' } }];
    for (const login of ['otherhead', 'head', 'secretary', 'office']) {
      const caller = await api.as(login);
      const hidden = await mutate(caller, 'correctImport', { importId, version, edits });
      const absent = await mutate(caller, 'correctImport', {
        importId: 'imp_00000000-0000-7000-8000-000000000000',
        version,
        edits,
      });
      expect(hidden, login).toEqual(absent);
      expect(hidden.userErrors[0]?.code).toBe('NOT_FOUND');
    }
  });

  it('reads again with another layout, giving corrections up; a layout without findings is refused', async () => {
    await correct({ editFinding: { seq: 1, title: '甲' } }, { markChecked: { seqs: [1], checked: true } });
    const { import: again } = await mutate(clerk, 'reparse', {
      importId,
      version,
      profile: { labels: { measures: ['整改情况'] }, findingLevel: 'num' },
    });
    expect(again).toMatchObject({ version: version + 1, checkedSeqs: [] });
    const parsed = (again as unknown as { parsed: ParsedReport }).parsed;
    expect(at(parsed, 1).title).not.toBe('甲');
    expect(parsed.profile.corrected).toEqual({ labels: { measures: ['整改情况'] }, findingLevel: 'num' });
    const none = await mutate(clerk, 'reparse', { importId, version: version + 1, profile: { findingLevel: 'table' } });
    expect(none.userErrors[0]?.rule).toBe('imports.noFindings');
    const columns = await mutate(clerk, 'remapColumns', { importId, version: version + 1, mapping: [] });
    expect(columns.userErrors[0]?.rule).toBe('imports.kind');
    version += 1;
    expect(await printed()).toBe(TEXT);
  });
});
