import { describe, expect, it } from 'vitest';
import { folderName, freePaths } from './box-names.ts';

describe('names in an archive', () => {
  it.each([
    ['会议费超标', '会议费超标'],
    ['../../etc/passwd', '．．_．．_etc_passwd'],
    ['C:\\windows', 'C__windows'],
    ['一'.repeat(60), '一'.repeat(40)],
    ['con', '_con'],
    ['   ', '文件'],
  ])('%s is the folder %s', (title, name) => {
    expect(folderName(title)).toBe(name);
  });

  it('what is called alike is numbered, whatever its case', () => {
    const free = freePaths();
    expect([free('a', '记录.pdf'), free('a', '记录.PDF'), free('a', '记录.pdf'), free('b', '记录.pdf')]).toEqual([
      'a/记录.pdf',
      'a/记录(2).PDF',
      'a/记录(3).pdf',
      'b/记录.pdf',
    ]);
    expect(free('a', '../../x.txt')).toBe('a/x.txt');
  });
});
