import { describe, expect, it } from 'vitest';
import { rawXlsx } from '../testing/raw-xlsx.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import { isCreditCode } from './credit-code.ts';
import { readDirectoryWorkbook } from './read-directory.ts';
import { writeDirectoryTemplate } from './write-template.ts';

const SHEETS = [
  { name: '单位', rows: [['单位名称*', '简称', '类型', '统一社会信用代码'], ['市科学技术协会', '市科协'], ['市委巡察办', null, '巡察机构']] },
  { name: '部门', rows: [['单位', '部门名称'], ['市科学技术协会', '办公室'], [null, '科普部']], merges: ['A2:A3'] },
  { name: '职务', rows: [['单位', '职务名称', '所属部门', '班子成员', '分管部门'], ['市科学技术协会', '副主席', null, '是', '办公室、科普部']] },
  {
    name: '人员（账号）',
    rows: [
      ['市科协人员表'],
      ['单位', '部门', '职务', '姓名', '账号', '角色'],
      ['市科学技术协会', '办公室', null, '甲', 'Jia.01', '承办人、部门负责人'],
      ['市科学技术协会', null, '副主席', '乙', 'yi-2', '分管领导'],
      ['市委巡察办', null, null, '丙', 'bing_3', '巡察办'],
    ],
  },
]; // prettier-ignore

describe('readDirectoryWorkbook', () => {
  it('reads the four sheets with merged cells, titles above the header and several roles', async () => {
    const read = await readDirectoryWorkbook(await rawXlsx(SHEETS));
    expect(read.rowErrors).toEqual([]);
    expect(read.bodies.map(({ name, shortName, kind }) => [name, shortName, kind])).toEqual([
      ['市科学技术协会', '市科协', 'INSPECTED'],
      ['市委巡察办', null, 'OFFICE'],
    ]);
    expect(read.departments.map(({ body, name }) => [body, name])).toEqual([['市科学技术协会', '办公室'], ['市科学技术协会', '科普部']]); // prettier-ignore
    expect(read.posts).toEqual([
      {
        row: 2,
        body: '市科学技术协会',
        title: '副主席',
        department: null,
        leadership: true,
        inChargeOf: ['办公室', '科普部'],
      },
    ]);
    expect(read.people.map(({ row, login, roles }) => [row, login, roles])).toEqual([
      [3, 'jia.01', ['HANDLER', 'DEPARTMENT_HEAD']],
      [4, 'yi-2', ['LEADER']],
      [5, 'bing_3', ['INSPECTION_OFFICE']],
    ]);
  });

  it('derives bodies, departments and posts from a single sheet of people', async () => {
    const rows = [['单位', '部门', '职务', '姓名', '账号', '角色'], ['甲局', '办公室', '主任', '张', 'zhang', '承办人'], ['甲局', '办公室', '副主任', '李', 'li.si', '']]; // prettier-ignore
    const read = await readDirectoryWorkbook(await rawXlsx([{ name: 'Sheet1', rows }]));
    expect([read.bodies.length, read.departments.length, read.posts.map((post) => post.title)]).toEqual([1, 1, ['主任', '副主任']]); // prettier-ignore
  });

  it('names every row it cannot take, by sheet and cell', async () => {
    const [bodies, departments, posts] = SHEETS;
    const people = [
      ['单位', '部门', '职务', '姓名', '账号', '角色'],
      ['市科学技术协会', '不存在的部门', null, '甲', 'jia', '承办人'],
      ['乙单位', null, null, '乙', 'yi2', null],
      ['市科学技术协会', null, '处长', '丙', 'bing', null],
      ['市科学技术协会', null, null, null, 'ding', null],
      ['市科学技术协会', null, null, '戊', '中文', null],
      ['市科学技术协会', null, null, '己', 'geng', '皇帝'],
      ['市科学技术协会', null, null, '庚', 'xin', '系统管理员、审计管理员'],
      ['市科学技术协会', null, null, '辛', 'same', null],
      ['市科学技术协会', null, null, '壬', 'SAME', null],
    ];
    const sheets = [{ ...bodies, rows: [...(bodies?.rows ?? []), ['市科学技术协会'], ['丙局', null, null, '12100000400000000X']] }, departments, posts, { name: '人员', rows: people }]; // prettier-ignore
    const read = await readDirectoryWorkbook(await rawXlsx(sheets as typeof SHEETS));
    expect(read.rowErrors.map((error) => `${error.sheet}!${error.column}${error.row} ${error.code}`)).toEqual([
      '人员!D5 REQUIRED',
      '单位!A4 DUPLICATE',
      '单位!D5 CREDIT_CODE_INVALID',
      '人员!B2 UNKNOWN_REFERENCE',
      '人员!A3 UNKNOWN_REFERENCE',
      '人员!C4 UNKNOWN_REFERENCE',
      '人员!E6 LOGIN_INVALID',
      '人员!F7 WORD_UNKNOWN',
      '人员!F8 ADMIN_ROLES_TOGETHER',
      '人员!E10 DUPLICATE',
    ]);
    expect(read.people.map((person) => person.name)).toEqual(['辛']);
  });

  it('refuses a workbook that is none', async () => {
    const other = rawXlsx([
      { name: '甲', rows: [['x']] },
      { name: '乙', rows: [['y']] },
    ]);
    await expect(readDirectoryWorkbook(await other)).rejects.toMatchObject({ code: 'DIRECTORY_NOT_FOUND' });
  });
});

it('writes a template with lists that reads back as empty', async () => {
  const bytes = await writeDirectoryTemplate();
  expect(await readDirectoryWorkbook(bytes)).toEqual({
    bodies: [],
    departments: [],
    posts: [],
    people: [],
    rowErrors: [],
  });
  const workbook = await openWorkbook(bytes);
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['单位', '部门', '职务', '人员', '填写说明']);
});

it.each([
  ['91350100M000100Y43', true],
  ['91350100M000100Y44', false],
  ['91350100M000100Y4', false],
  ['9135010OM000100Y43', false],
])('%s is a credit code: %s', (code, valid) => expect(isCreditCode(code)).toBe(valid));
