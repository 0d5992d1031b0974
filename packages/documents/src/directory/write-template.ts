import type { CellStyle } from '../xlsx/write-styles.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import type { CellSpec, SheetSpec, ValidationSpec } from '../xlsx/write-workbook.ts';
import { columnLetter } from '../xlsx/address.ts';
import { KIND_WORDS, ROLE_WORDS, TABLES } from './tables.ts';
import type { TableColumn } from './tables.ts';

const LAST_ROW = 2_000;
const HEADING: CellStyle = {
  font: '黑体',
  size: 11,
  horizontal: 'center',
  border: true,
  format: 'general',
  fill: true,
};
const TEXT: CellStyle = { font: '仿宋', size: 12, horizontal: 'left', border: false, format: 'general' };
const CELL: CellStyle = { font: '仿宋', size: 11, horizontal: 'left', border: true, format: 'general' };
const HELP = [
  '填写说明',
  '1. 依次填写“单位”“部门”“职务”“人员”四张表；带 * 的列必填。也可以只填“人员”表，系统从中生成单位、部门和职务。',
  '2. 部门、职务、人员表中的单位和部门名称须与前面的表完全一致，可从下拉列表中选择。',
  '3. 账号为 3 至 64 位小写字母、数字、点、横线或下划线，全系统唯一。',
  '4. 一人有多个角色时用顿号隔开，例如“承办人、部门负责人”。系统、安全、审计管理员不得由同一人兼任。',
  '5. 分管部门有多个时用顿号隔开。',
];

/** The blank workbook for `readDirectoryWorkbook`: four sheets with headers, lists to choose from, and instructions. */
export async function writeDirectoryTemplate(): Promise<Uint8Array> {
  const body = { reference: `${TABLES.bodies.sheet}!$A$2:$A$${LAST_ROW}` };
  const department = { reference: `${TABLES.departments.sheet}!$B$2:$B$${LAST_ROW}` };
  const post = { reference: `${TABLES.posts.sheet}!$B$2:$B$${LAST_ROW}` };
  const words = (all: Record<string, readonly string[]>): string[] =>
    Object.values(all).map(([first]) => first as string);
  const yesNo = ['是', '否'];
  return writeWorkbook({
    sheets: [
      tableSheet(TABLES.bodies, { kind: words(KIND_WORDS) }),
      tableSheet(TABLES.departments, { body }),
      tableSheet(TABLES.posts, { body, department, leadership: yesNo, inChargeOf: department }),
      tableSheet(TABLES.people, { body, department, post, roles: words(ROLE_WORDS) }),
      { name: '填写说明', widths: [100], rows: HELP.map((text) => ({ height: 24, cells: [{ value: { text }, style: TEXT }] })) }, // prettier-ignore
    ],
  });
}

function tableSheet(
  table: { sheet: string; columns: readonly TableColumn[] },
  lists: Record<string, ValidationSpec['source']>,
): SheetSpec {
  const headings = table.columns.map(({ header, required }): CellSpec => {
    return { value: { text: required === true ? `${header}*` : header }, style: HEADING };
  });
  const blank = Array.from({ length: 30 }, () => ({ height: 20, cells: table.columns.map((): CellSpec => ({ value: null, style: CELL })) })); // prettier-ignore
  const validations = Object.entries(lists).map(([field, source]): ValidationSpec => {
    const letter = columnLetter(table.columns.findIndex((column) => column.field === field) + 1);
    return { range: `${letter}2:${letter}${LAST_ROW}`, source, prompt: '可从列表中选择；多个值用顿号隔开' };
  });
  return {
    name: table.sheet,
    widths: table.columns.map((column) => column.width),
    rows: [{ height: 26, cells: headings }, ...blank],
    frozen: { rows: 1, columns: 0 },
    repeatedRow: 1,
    validations,
  };
}
