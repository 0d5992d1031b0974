import { expect, it } from 'vitest';
import { unescapeText } from './workbook.ts';

it.each([
  ['第一行_x000D__x000A_第二行', '第一行\r\n第二行'],
  ['制表_x0009_符', '制表\t符'],
  ['零_x0000_号，响铃_x0007_', '零号，响铃'],
  ['半个_xD83D_字', '半个\uFFFD字'],
  ['整个_xD83D__xDE00_字', '整个😀字'],
  ['_x不是转义_', '_x不是转义_'],
])('what XML cannot hold is written %s and read as text that a database can hold', (written, read) => {
  expect(unescapeText(written)).toBe(read);
});
