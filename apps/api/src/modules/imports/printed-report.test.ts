/** @module-tag slow */
import { officialHtml, reportDocument, reportTextToBlocks } from '@closeout/documents';
import { parseReport, readReportFile, type FileReading, type ParsedFinding } from '@closeout/report';
import { describe, expect, it } from 'vitest';
import { fixtureText, FIXTURE_NAMES, realReport } from '../../../test/import-files.ts';
import { browser } from '../../../test/browser.ts';
import { todaysShare } from '../../../test/today.ts';
import { printPdf } from '../reports/print-pdf.ts';

const real = realReport();

const readBack = async (html: string): Promise<FileReading> =>
  readReportFile(await printPdf(html, browser ?? ''), '报告.pdf');
const printed = (text: string): Promise<FileReading> =>
  readBack(officialHtml(reportDocument({ title: '报告', blocks: reportTextToBlocks(text) })));

/** A finding without its places in the text, and without the white space that printing may move. */
const facts = ({ spans: _, layout: __, ...finding }: ParsedFinding): unknown =>
  JSON.parse(
    JSON.stringify(finding, (key, value: unknown) =>
      key === 'span' ? undefined : typeof value === 'string' ? value.normalize('NFKC').replace(/\s/gu, '') : value,
    ),
  );

describe.skipIf(browser === undefined)('a report that we printed (skipped where no Chromium is installed)', () => {
  it.each(todaysShare(FIXTURE_NAMES, 4))('%s is read back to the same findings', { timeout: 60_000 }, async (name) => {
    const text = fixtureText(name);
    const reading = await printed(text);
    expect(parseReport(reading.text).findings.map(facts)).toEqual(parseReport(text).findings.map(facts));
    expect(reading.setAside.length).toBeGreaterThan(1);
    expect(reading.setAside.every(({ kind, text: words }) => kind === 'PAGE_FURNITURE' && /^—\s*\d+\s*—$/u.test(words))).toBe(true); // prettier-ignore
  });

  it.skipIf(real === null)(
    'so is the real report (skipped where the shared folder is absent)',
    { timeout: 60_000 },
    async () => {
      const reading = await printed(real ?? '');
      expect(parseReport(reading.text).findings.map(facts)).toEqual(parseReport(real ?? '').findings.map(facts));
    },
  );

  it('a table over several pages is read back row by row, cells over rows and all', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `<tr>${i % 3 === 0 ? `<td rowspan=3>第${i / 3 + 1}方面问题</td>` : ''}<td>${i + 1}</td><td>制度执行不到位第${i + 1}项${'，内容较长需要换行'.repeat(4)}。</td><td>一是制定办法${i + 1}。<br>二是清退${i + 1}00元。</td><td>已完成</td></tr>`); // prettier-ignore
    const html = `<!doctype html><meta charset="utf-8"><style>table{border-collapse:collapse}td,th{border:1px solid #000;padding:4px}tr{break-inside:avoid}</style><p>2024年3月6日至5月31日，市委第三巡察组对市局党组开展了巡察。</p><table><thead><tr><th>问题类别</th><th>序号</th><th>反馈问题</th><th>整改措施</th><th>完成情况</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    const parsed = parseReport((await readBack(html)).text);
    expect(parsed.findings.map(({ printedNumber, actions, status, refunds }) => [printedNumber, actions.length, status, refunds[0]?.fen])).toEqual(Array.from({ length: 12 }, (_, i) => [String(i + 1), 2, 'COMPLETED', (i + 1) * 10_000])); // prettier-ignore
    expect(parsed.findings[11]?.description.replace(/\s/gu, '')).toBe(
      `制度执行不到位第12项${'，内容较长需要换行'.repeat(4)}。`,
    );
  });
});
