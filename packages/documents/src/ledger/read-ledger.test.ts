import { describe, expect, it } from 'vitest';
import { rawXlsx } from '../testing/raw-xlsx.ts';
import type { RawCell, RawSheet } from '../testing/raw-xlsx.ts';
import { readLedgerWorkbook } from './read-ledger.ts';

const HEADER = ['序号', '问题方面', '反馈问题', '具体问题', '整改措施', '责任领导', '责任科室', '配合部门', '责任人'];
const TAIL = ['完成\n时限', '进展情况', '涉及金额（万元）', '销号日期', '是否完成'];
const LEDGER: RawSheet = {
  name: '问题清单',
  rows: [
    ['市科协党组巡察整改问题清单'],
    ['填报单位：市科协', null, null, '填报时间：2024年3月1日', null, null, null, '单位：元'],
    [...HEADER, ...TAIL, '打分'],
    ...([
      [
        1,
        '党的建设',
        '理论学习不深入',
        '一是学习少；二是研讨少。',
        '制定学习计划',
        '张副主席',
        '办公室',
        '机关党委、科普部',
      ],
      [null, null, null, null, '每月学习一次', null, null, null],
      ['2', '党的建设', '违规发放补贴', '2019年违规发放', '1.清退补贴1.6万元。2.完善制度。3.开展培训。', '李副主席'],
      ['合计', null, null, null, null, null, null, null],
      ['填表人：张三', null, null, '审核人：'],
    ] satisfies RawCell[][]),
  ],
  merges: ['A1:O1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'F4:F5', 'G4:G5', 'H4:H5', 'A8:C8'],
};
const set = (row: number, column: number, cell: RawCell): void => {
  const cells = LEDGER.rows[row - 1] as RawCell[];
  while (cells.length < column) cells.push(null);
  cells[column - 1] = cell;
};
set(4, 9, '王五');
set(4, 10, { attributes: 's="1"', content: '<v>45473</v>' });
set(5, 10, '长期坚持');
set(4, 11, '已学习 12 次');
set(6, 7, '办公室、财务部');
set(6, 10, '2024年6月底前，并长期坚持');
set(6, 11, '1.已清退。2.已修订。3.已培训。');
set(6, 12, 1.6);
set(6, 13, { attributes: 's="4"', content: '<f>TODAY()</f><v>45484</v>' });
set(6, 14, '已完成');
set(7, 12, 1.6);

describe('readLedgerWorkbook on a body’s own list', async () => {
  const read = await readLedgerWorkbook(await rawXlsx([{ name: '说明', rows: [['请填写']] }, LEDGER]));

  it('finds sheet, header, columns and the lines around them', () => {
    expect(read).toMatchObject({
      sheet: '问题清单',
      headerRow: 3,
      bodyName: '市科协',
      sheetNames: ['说明', '问题清单'],
    });
    expect(read.columns.map((column) => column.field)).toEqual([
      ...'seq aspect title description measure leader leadDepartment supportingDepartments'.split(' '),
      ...'person deadline progress statedAmount closedOn result'.split(' '),
      null,
    ]);
    expect(read.unmapped).toEqual([{ index: 15, letter: 'O', header: '打分', field: null }]);
    expect(read.skippedRows.map(({ row, reason }) => [row, reason])).toEqual([
      [7, 'TOTAL'],
      [8, 'SIGNATURE'],
    ]);
  });

  it('groups action rows under the merged finding', () => {
    expect(read.findings).toHaveLength(2);
    expect(read.findings[0]).toMatchObject({
      rows: [4, 5],
      seq: 1,
      printedNumber: '1',
      aspect: '党的建设',
      title: '理论学习不深入',
      points: ['学习少；', '研讨少。'],
      leadDepartment: '办公室',
      supportingDepartments: ['机关党委', '科普部'],
      deadline: { text: '2024-06-30', date: '2024-06-30', kind: 'DATE' },
      actions: [
        { row: 4, text: '制定学习计划', leader: '张副主席', person: '王五', progress: '已学习 12 次' },
        { row: 5, text: '每月学习一次', person: null, deadline: { text: '长期坚持', date: null, kind: 'ONGOING' } },
      ],
    });
  });

  it('splits one cell of numbered measures, and its progress with it', () => {
    expect(read.findings[1]?.actions.map(({ row, text, progress }) => [row, text, progress])).toEqual([
      [6, '清退补贴1.6万元。', '已清退。'],
      [6, '完善制度。', '已修订。'],
      [6, '开展培训。', '已培训。'],
    ]);
  });

  it('reads sums in the column’s unit, formula values and dates exactly', () => {
    expect(read.findings[1]).toMatchObject({
      statedAmount: { fen: 1_600_000, quote: '1.6万元' },
      closedOn: '2024-07-11',
      result: '已完成',
      deadline: { text: '2024年6月底前，并长期坚持', date: '2024-06-30', kind: 'ONGOING' },
    });
  });

  it('says what a person should check', () => {
    expect(read.rowErrors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [6, 'G', 'DEPARTMENTS_SEVERAL'],
    ]);
    expect(read.rowErrors[0]?.message).toContain('“办公室、财务部”含多个部门');
  });
});

const simple = (rows: RawCell[][], more: Partial<RawSheet> = {}): Promise<Uint8Array> =>
  rawXlsx([{ name: '台账', rows: [['序号', '问题', '整改措施', '完成时限', '金额', '销号时间'], ...rows], ...more }]);

describe('shapes of lists', () => {
  it('takes section rows as aspects, unmerged continuation rows, and repeated headers', async () => {
    const read = await readLedgerWorkbook(
      await simple(
        [
          ['一、党的建设方面'],
          [1, '问题甲', '措施甲一'],
          [null, null, '措施甲二'],
          ['序号', '问题', '整改措施', '完成时限', '金额', '销号时间'],
          ['（二）选人用人方面：'],
          [2, '问题乙', '措施乙'],
          [3],
        ],
        { merges: ['A2:F2', 'A6:F6'] },
      ),
    );
    expect(read.findings.map(({ aspect, title, actions }) => [aspect, title, actions.map((a) => a.text)])).toEqual([
      ['党的建设方面', '问题甲', ['措施甲一', '措施甲二']],
      ['选人用人方面', '问题乙', ['措施乙']],
    ]);
    expect(read.skippedRows.map(({ reason }) => reason)).toEqual(['SECTION', 'REPEATED_HEADER', 'SECTION']);
  });

  it('groups rows that repeat number and text, and splits by text where there is no number', async () => {
    const repeated = await readLedgerWorkbook(await simple([[1, '甲', 'a'], [1, '甲', 'b'], [2, '乙', 'c']])); // prettier-ignore
    expect(repeated.findings.map((finding) => finding.actions.length)).toEqual([2, 1]);
    const unnumbered = await rawXlsx([{ name: 'x', rows: [['问题', '措施', '责任人'], ['甲', 'a', '王'], ['甲', 'b', '李'], ['乙', 'c', '赵']] }]); // prettier-ignore
    expect((await readLedgerWorkbook(unnumbered)).findings.map((f) => f.actions.map((a) => a.person))).toEqual([['王', '李'], ['赵']]); // prettier-ignore
  });

  it('reads two-row headers with group headings', async () => {
    const bytes = await rawXlsx([
      {
        name: '清单',
        rows: [
          ['序号', '存在问题', '责任分工', null, null, '整改措施'],
          [null, null, '牵头领导', '责任科室', '责任人', null],
          [1, '甲', '张', '办公室', '王', '做'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'],
      },
    ]);
    const read = await readLedgerWorkbook(bytes);
    expect(read.columns[2]).toMatchObject({ header: '责任分工 / 牵头领导', field: 'leader' });
    expect(read.findings[0]).toMatchObject({ leader: '张', leadDepartment: '办公室', person: '王' });
  });

  it('shares progress told in one merged cell for several actions', async () => {
    const bytes = await rawXlsx([
      { name: 'x', rows: [['序号', '问题', '措施', '进展'], [1, '甲', 'a', '都已完成'], [null, null, 'b']], merges: ['A2:A3', 'B2:B3', 'D2:D3'] }, // prettier-ignore
    ]);
    const [finding] = (await readLedgerWorkbook(bytes)).findings;
    expect([finding?.progress, finding?.actions.map((action) => action.progress)]).toEqual(['都已完成', [null, null]]);
  });

  it('keeps hidden rows and says so', async () => {
    const read = await readLedgerWorkbook(await simple([[1, '甲', 'a'], [2, '乙', 'b']], { hiddenRows: [3] })); // prettier-ignore
    expect([read.findings.length, read.hiddenRows, read.rowErrors.map((e) => e.code)]).toEqual([
      2,
      [3],
      ['ROW_HIDDEN'],
    ]);
  });

  it('lets a person correct sheet, header and mapping', async () => {
    const bytes = await rawXlsx([{ name: '甲表', rows: [['x', '问题', '措施'], ['一', '二', '三'], ['p', 'q', 'r']] }, { name: '乙表', rows: [] }]); // prettier-ignore
    const read = await readLedgerWorkbook(bytes, { sheet: '甲表', headerRow: 1, mapping: { 1: 'title', 2: 'measure', 3: null } }); // prettier-ignore
    expect(read.findings.map(({ title, actions }) => [title, actions[0]?.text])).toEqual([
      ['一', '二'],
      ['p', 'q'],
    ]);
  });

  it('remarks every value it could not take', async () => {
    const read = await readLedgerWorkbook(
      await simple([
        [1, '甲', 'a', '6月底', '若干', '不详'],
        [2, '乙', 'b', '2024.2.30', '人均721.43元', '2024-06-18'],
        [2, '丙', 'c', '', { attributes: 't="e"', content: '<v>#REF!</v>' }, { attributes: '', content: '<f>A1</f>' }],
        [4, '丁', null, '立行立改', '0.001', '2024年6月18日'],
      ]),
    );
    expect(read.rowErrors.map(({ row, column, code, level }) => `${row}${column} ${code} ${level}`).toSorted()).toEqual(
      [
        '2D DATE_WITHOUT_YEAR warning',
        '2E AMOUNT_NOT_UNDERSTOOD error',
        '2F DATE_NOT_UNDERSTOOD error',
        '3D DATE_INVALID warning',
        '3E AMOUNT_SEVERAL error',
        '4A NUMBER_DUPLICATE warning',
        '4E CELL_ERROR error',
        '4F FORMULA_WITHOUT_VALUE error',
        '5C ACTION_MISSING warning',
        '5E AMOUNT_NOT_WHOLE_FEN error',
      ],
    );
    expect(read.findings.map((finding) => finding.closedOn)).toEqual([null, '2024-06-18', null, '2024-06-18']);
  });

  it('reads 1904 dates, and dates and months that lost their format', async () => {
    const day = (serial: number, style: number): RawCell => ({
      attributes: `s="${style}"`,
      content: `<v>${serial}</v>`,
    });
    const rows: RawCell[][] = [
      ['问题', '措施', '完成时限'],
      ['甲', 'a', day(44011, 1)],
    ];
    const read1904 = await readLedgerWorkbook(await rawXlsx([{ name: 'x', rows }], { date1904: true }));
    expect(read1904.findings[0]?.deadline?.date).toBe('2024-06-30');
    const lost = await readLedgerWorkbook(
      await simple([[1, '甲', 'a', 45473], [2, '乙', 'b', day(2024.1, 2)], [3, '丙', 'c', 2024.6], [4, '丁', 'd', 20240630]]), // prettier-ignore
    );
    expect(lost.findings.map((f) => f.deadline?.date)).toEqual([
      '2024-06-30',
      '2024-10-31',
      '2024-06-30',
      '2024-06-30',
    ]);
  });
});
