import { describe, expect, it } from 'vitest';
import { parseReport, readReportFile, renderReport } from '../index.ts';
import { pageFixtures } from '../testing/fixtures.ts';
import { scoreReport } from '../testing/score.ts';
import { isHtml } from './read-html.ts';

const read = (html: string): Promise<{ text: string; setAside: { kind: string; text: string }[] }> =>
  readReportFile(new TextEncoder().encode(html), '网页.html');
const asideOf = async (html: string): Promise<string[]> =>
  (await read(html)).setAside.map(({ kind, text }) => `${kind} ${text}`);

describe('reports as web pages', () => {
  it.each(pageFixtures().map((one) => [one.name, one] as const))('%s scores 1', async (name, { bytes, truth }) => {
    const { text, setAside } = await readReportFile(bytes, name);
    const parsed = parseReport(text, { setAside });
    const imperfect = Object.entries(scoreReport(parsed, truth)).filter(([, value]) => value < 1);
    expect(Object.fromEntries(imperfect)).toEqual({});
    expect(parsed.unparsed).toEqual([]);
    expect(renderReport(parsed)).toBe(text);
  });

  it('reads the same page under another name and pasted as source: the content decides', async () => {
    const [page] = pageFixtures();
    const named = await readReportFile(page?.bytes as Uint8Array, '报告.docx');
    expect(named.text).toBe((await readReportFile(page?.bytes as Uint8Array, '粘贴的文本')).text);
    expect(named.text).toContain('1.学习贯彻不深入。');
  });
});

describe('what of a page is text', () => {
  it('lines by blocks and breaks; white space as a browser shows it; entities decoded', async () => {
    const html =
      '<html><body><div>甲\n  乙<p>丙&amp;&lt;丁&gt;<br>戊</p>己&nbsp;&#24198;</div><pre>辛\n壬</pre></body></html>';
    expect((await read(html)).text).toBe('甲 乙\n丙&<丁>\n戊\n己 庆\n辛\n壬');
  });

  it('rows of a table: spans over columns and rows, cells of several lines', async () => {
    const html = `<table><tr><th>甲</th><th colspan=2>乙</th></tr><tr><td rowspan=2>丙<td>丁<br>戊<td>己</tr><tr><td>庚<td>辛</tr></table>`;
    expect((await read(html)).text).toBe('甲\t乙\t\n丙\t丁\v戊\t己\n\t庚\t辛');
  });

  it('a table that only lays out the page is no table', async () => {
    const html = '<table><tr><td>栏目<td><table><tr><td>甲<td>乙</table></table><table><tr><td>丙</table>';
    expect((await read(html)).text).toBe('栏目\n甲\t乙\n丙');
  });

  it('numbers of an ordered list, which are not in the text', async () => {
    expect((await read('<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>')).text).toBe('3.甲\n4.乙\n丙');
  });

  it('scripts, styles and comments have none; hidden text and the site’s frame are set aside', async () => {
    const article = `<p>${'正文。'.repeat(80)}</p>`;
    const html = `<nav>首页 公开</nav>${article}<script>1.关于“脚本”的问题</script><style>p{}</style><!-- 注释 --><p hidden>草稿</p><div style="display: none">旧稿</div><footer>版权所有</footer>`;
    expect((await read(html)).text).toBe('正文。'.repeat(80));
    expect(await asideOf(html)).toEqual([
      'SITE_CHROME 首页 公开',
      'HIDDEN 草稿',
      'HIDDEN 旧稿',
      'SITE_CHROME 版权所有',
    ]);
  });

  it('an article within what looks like the frame is still read', async () => {
    expect((await read(`<div class="footer"><p>${'正文。'.repeat(100)}</p></div>`)).text).toBe('正文。'.repeat(100));
  });

  it('source of a page is told from text that only mentions tags', () => {
    expect(['<p>甲</p>', '\n<!-- 头 --><div class="a">', 'x <html><body>', '<!DOCTYPE html>'].map(isHtml)).toEqual([true, true, true, true]); // prettier-ignore
    expect(['关于印发<办法>的通知', '<办法>的通知', '1 < 2', 'a <b> c'].map(isHtml)).toEqual([false, false, false, false]); // prettier-ignore
  });
});

describe('encodings of a page', () => {
  it.each([
    [
      'GB18030 without a word about it',
      '整改情况',
      Buffer.from('3c68746d6c3e3c626f64793ed5fbb8c4c7e9bff63c2f626f64793e3c2f68746d6c3e', 'hex'),
    ],
    [
      'Big5, declared',
      '整改',
      Buffer.concat([Buffer.from('<html><meta charset="big5"><body>'), Buffer.from('bee3a7ef', 'hex')]),
    ],
    ['UTF-8, declared as GB2312', '整改', Buffer.from('<html><meta charset="gb2312"><body>整改')],
    ['UTF-16 by its mark', '整改', Buffer.from('\ufeff<html><body>整改', 'utf16le')],
  ])('%s', async (_, words, bytes) => {
    const { text } = await readReportFile(bytes, '网页.htm');
    expect(text).toBe(words);
  });

  it('a long page with a broken character keeps the rest and marks the break', async () => {
    const bytes = Buffer.concat([Buffer.from(`<html><body>${'整改情况。'.repeat(200)}`), Buffer.from([0xe6, 0x95])]);
    expect((await readReportFile(bytes, '网页.htm')).text).toMatch(/^(整改情况。){200}\ufffd+$/u);
  });
});
