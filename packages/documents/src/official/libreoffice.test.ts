import { describe, expect, it } from 'vitest';
import { byLibreOffice, libreOfficeInstalled } from '../testing/libreoffice.ts';
import { measurePdf, type MeasuredPdfPage } from '../testing/measured-pdf.ts';
import { writeOfficialDocx, type OfficialDocument } from './write-official.ts';

/** The .docx as LibreOffice sets it. */
const rendered = async (paper: OfficialDocument): Promise<MeasuredPdfPage[]> =>
  measurePdf(byLibreOffice(await writeOfficialDocx(paper), 'docx', 'pdf'));

describe.skipIf(!libreOfficeInstalled)('an official .docx as LibreOffice renders it (skipped where no soffice is installed)', () => {
  it('has 22 lines of 28 characters, page numbers — 1 — right and left, and annexes laid across', { timeout: 60_000 }, async () => {
    const pages = await rendered({
      title: '题',
      blocks: [{ style: 'body', text: '测'.repeat(28 * 44 + 20) }],
      annexes: [{ title: '问题清单', table: { columns: [{ header: '序号', width: 1 }], groups: [{ cells: ['1'] }] } }],
    });
    expect(pages.map(({ size }) => size)).toEqual([[210, 297], [210, 297], [210, 297], [297, 210]]); // prettier-ignore
    const [first, second] = pages.map(({ lines }) => lines.filter(({ text }) => !text.includes('—')));
    expect(first?.map(({ text }) => text.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    expect(second?.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
    const numbers = pages.map(({ lines }) => lines.find(({ text }) => text.includes('—'))!);
    expect(numbers.map(({ text }) => text.replace(/\s/g, ''))).toEqual(['—1—', '—2—', '—3—', '—4—']);
    expect(numbers.slice(0, 3).map(({ left }) => (left > 105 ? 'right' : 'left'))).toEqual(['right', 'left', 'right']);
  });
}); // prettier-ignore
