import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import JSZip from 'jszip';
import { LEDGER_COLUMNS } from './columns.ts';
import type { ExportAction, ExportFinding, LedgerExport } from './export-types.ts';
import { readLedgerWorkbook } from './read-ledger.ts';
import type { LedgerFinding } from './types.ts';
import { writeLedgerWorkbook } from './write-ledger.ts';

const ledger = (findings: ExportFinding[], more: Partial<LedgerExport> = {}): LedgerExport => ({
  title: '市科协党组巡察整改台账',
  bodyName: '市科协',
  filledOn: '2024-06-18',
  findings,
  ...more,
});
const part = async (bytes: Uint8Array, path: string): Promise<string> =>
  (await (await JSZip.loadAsync(bytes)).file(path)?.async('string')) ?? '';

const SAMPLE: ExportFinding = {
  number: 28,
  aspect: '落实中央八项规定精神方面',
  title: '违规发放津补贴',
  remediationType: '立行立改',
  leader: '陈副主席',
  leadDepartment: '办公室',
  supportingDepartments: ['财务部', '机关党委'],
  deadline: { text: '2024年底前，并长期坚持', date: '2024-12-31' },
  statedFen: 1_515_003,
  recoveredFen: 829_400,
  closedOn: '2024-07-11',
  result: '已完成',
  actions: [{ text: '清退', progress: '已清退' }, { text: '完善制度', deadline: { text: '', date: '2024-06-30' } }], // prettier-ignore
};

describe('the official ledger', async () => {
  const bytes = await writeLedgerWorkbook(ledger([SAMPLE]));
  const sheet = await part(bytes, 'xl/worksheets/sheet1.xml');

  it('has the twenty columns of the rules, real numbers and dates, and merged findings', async () => {
    const names =
      '序号 问题方面 反馈问题 具体问题 整改类别 整改目标 整改措施 责任领导 牵头部门 配合部门 责任人 整改时限 进展情况 整改成效 佐证材料 涉及金额 已清退 整改结果 销号日期 备注';
    expect(LEDGER_COLUMNS.map((column) => column.header).join(' ')).toBe(names);
    expect(sheet).toContain('<v>15150.03</v>');
    expect(sheet).toContain('<v>8294.00</v>');
    expect(sheet).toContain('<v>45484</v>');
    expect(sheet).toContain('<mergeCell ref="C4:C5"/>');
    expect(sheet).not.toContain('<mergeCell ref="G4:G5"/>');
    expect(sheet).not.toContain('<mergeCell ref="L4:L5"/>');
    expect(await part(bytes, 'xl/styles.xml')).toContain('numFmtId="4"');
  });

  it('prints like a paper ledger: frozen and repeated header, filter, lists, landscape A4', async () => {
    expect(sheet).toContain('<pane xSplit="3" ySplit="3" topLeftCell="D4" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A3:T5"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('sqref="E4:E5"><formula1>"立行立改,分阶段整改,长期坚持"</formula1>');
    expect(await part(bytes, 'xl/workbook.xml')).toContain(`'整改台账'!$3:$3`);
    const strings = await part(bytes, 'xl/sharedStrings.xml');
    for (const line of ['填报单位：市科协', '填报时间：2024年6月18日', '单位：元', '主要负责人（签字）：'])
      expect(strings).toContain(line);
  });

  it('is a blank form without findings, and moves long lists to a hidden sheet', async () => {
    const blank = await writeLedgerWorkbook(ledger([], { results: ['已完成,并坚持', '未完成'] }));
    expect(await part(blank, 'xl/workbook.xml')).toContain('name="选项" sheetId="2" state="hidden"');
    expect((await readLedgerWorkbook(blank)).findings).toEqual([]);
  });
});

const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸A-Z0-9]{1,8}$/);
const text = fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('=1+1', '-无', '1.甲。2.乙。', '_x0041_', 'a\nb', '2024', '001')); // prettier-ignore
const filled = text.map((value) => value.replace(/\r\n?/g, '\n').trim()).filter((value) => value !== '' && value.isWellFormed()); // prettier-ignore
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const iso = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)); // prettier-ignore
const deadline = fc.oneof(
  iso.map((date) => ({ text: '', date })),
  fc.constantFrom({ text: '长期坚持', date: null }, { text: '2024年底前，并长期坚持', date: '2024-12-31' }),
);
const department = fc.constantFrom('办公室', '财务部', '科普部', '学会部');
const action: fc.Arbitrary<ExportAction> = fc.record({
  text: filled,
  leader: optional(word),
  department: optional(department),
  person: optional(word),
  deadline: optional(deadline),
  progress: optional(filled),
  evidence: optional(filled),
});
const fen = fc.integer({ min: 0, max: 9_999_999_999_999 });
const finding = fc.record({
  aspect: optional(filled),
  title: filled,
  description: optional(filled),
  remediationType: fc.constantFrom('立行立改', '分阶段整改', '长期坚持', null),
  target: optional(filled),
  leader: optional(word),
  leadDepartment: optional(department),
  person: optional(word),
  deadline: optional(deadline),
  effect: optional(filled),
  statedFen: optional(fen),
  recoveredFen: optional(fen),
  result: optional(filled),
  closedOn: optional(iso),
  remark: optional(filled),
  actions: fc.array(action, { minLength: 1, maxLength: 4 }),
});

/** What a row of the ledger says, written one way and read the other. */
function written(one: ExportFinding): unknown {
  const day = (value: ExportFinding['deadline']): unknown => (value ? [value.text || value.date, value.date] : null);
  return {
    ...one,
    number: String(one.number),
    deadline: undefined,
    leader: undefined,
    leadDepartment: undefined,
    person: undefined,
    actions: one.actions.map((a) => ({
      text: a.text,
      leader: a.leader ?? one.leader ?? null,
      department: a.department ?? one.leadDepartment ?? null,
      person: a.person ?? one.person ?? null,
      deadline: day(a.deadline ?? one.deadline),
      progress: a.progress,
      evidence: a.evidence,
    })),
  };
}

const TYPES = { IMMEDIATE: '立行立改', STAGED: '分阶段整改', CONTINUING: '长期坚持' } as const;

function readBack(one: LedgerFinding): unknown {
  return {
    number: one.printedNumber,
    aspect: one.aspect,
    title: one.title,
    description: one.description,
    remediationType: one.remediationType === null ? null : TYPES[one.remediationType],
    target: one.target,
    effect: one.effect,
    statedFen: one.statedAmount?.fen ?? null,
    recoveredFen: one.recoveredAmount?.fen ?? null,
    result: one.result,
    closedOn: one.closedOn,
    remark: one.remark,
    actions: one.actions.map(({ row: _, deadline: due, ...rest }) => ({
      ...rest,
      deadline: due && [due.text, due.date],
    })),
  };
}

describe('write, then read', () => {
  it('gives the same findings and actions back, whatever the texts are', { tags: 'slow' }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(finding, { minLength: 1, maxLength: 5 }), async (some) => {
        const findings = some.map((one, i) => ({ ...one, number: i + 1 }));
        const read = await readLedgerWorkbook(await writeLedgerWorkbook(ledger(findings)));
        expect(read.findings.map(readBack)).toEqual(findings.map(written));
      }),
      { numRuns: 300 },
    );
  });

  it('writes and reads 10,000 rows in good time', { timeout: 30_000, tags: 'slow' }, async () => {
    const long = '加强理论学习，健全学习制度，定期开展学习研讨。'.repeat(5);
    const actions = [0, 1, 2, 3].map((i) => ({ text: `${long}${i}`, progress: long }));
    const findings = Array.from({ length: 2_500 }, (_, i) => ({ ...SAMPLE, number: i + 1, description: `${long}${i}`, actions })); // prettier-ignore
    const started = performance.now();
    const bytes = await writeLedgerWorkbook(ledger(findings));
    const between = performance.now();
    const read = await readLedgerWorkbook(bytes);
    expect(read.findings.flatMap((one) => one.actions)).toHaveLength(10_000);
    expect({ write: between - started < 5_000, read: performance.now() - between < 10_000 }).toEqual({
      write: true,
      read: true,
    });
    console.info(
      `10,000 rows: written in ${Math.round(between - started)} ms, read in ${Math.round(performance.now() - between)} ms`,
    );
  });
});
