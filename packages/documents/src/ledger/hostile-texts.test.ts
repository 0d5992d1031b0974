import { expect, it } from 'vitest';
import JSZip from 'jszip';
import { openWorkbook } from '../xlsx/workbook.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { writeLedgerWorkbook } from './write-ledger.ts';

it('writes 200 hostile texts into every text column as texts, exactly, and never a formula', async () => {
  const texts = hostileTexts();
  expect(texts.length).toBeGreaterThanOrEqual(200);
  const findings = texts.map((text, i) => ({
    number: `N${i}`,
    aspect: text,
    title: text,
    description: text,
    target: text,
    leader: text,
    person: text,
    leadDepartment: text,
    supportingDepartments: [text],
    effect: text,
    result: text,
    remark: text,
    closedOn: text,
    deadline: { text, date: null },
    actions: [{ text, progress: text, evidence: text }],
  }));
  const head = { title: '=cmd()', bodyName: '@SUM(1)', filledOn: '2024-06-18', signatures: ['+1', '-2'] };
  const bytes = await writeLedgerWorkbook({ ...head, findings });
  const zip = await JSZip.loadAsync(bytes);
  for (const [path, file] of Object.entries(zip.files)) {
    const xml = await file.async('string');
    expect(xml, path).not.toMatch(/<f[\s>/]/);
    expect(xml, path).not.toMatch(/externalLink|ddeLink|<hyperlink/);
  }
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const { rows } = await readSheet(workbook, sheet, 1_000);
  const textColumns = [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20];
  texts.forEach((text, i) => {
    const got = textColumns.map((column) => rows.get(i + 4)?.get(column)?.text);
    expect(new Set(got), JSON.stringify(text)).toEqual(new Set([text]));
  });
});
