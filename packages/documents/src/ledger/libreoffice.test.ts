import { describe, expect, it } from 'vitest';
import { writeListWorkbook } from '../lists/write-list.ts';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { byLibreOffice, libreOfficeInstalled } from '../testing/libreoffice.ts';
import { readSheet } from '../xlsx/sheet.ts';
import { openWorkbook } from '../xlsx/workbook.ts';
import { writeLedgerWorkbook } from './write-ledger.ts';

/** Characters that XML cannot hold, or that LibreOffice itself drops when it saves. */
const kept = (text: string): string => text.replace(/[\u0000-\u001f\ufffe\uffff\ufeff\u200b]/g, '').trim();

/** It opens this text rightly and saves it without the protection that it needs: of it what is shown is compared. */
const SAVED_WRONG = '_x005F_x003D_';

describe.skipIf(!libreOfficeInstalled)(
  '200 hostile texts opened and saved by LibreOffice (skipped where no soffice is installed)',
  () => {
    const texts = hostileTexts();

    it('stay texts in the ledger: no cell becomes a formula', { timeout: 120_000 }, async () => {
      const findings = texts.map((text, i) => ({ number: i + 1, title: text, description: text, remark: text, actions: [{ text, progress: text }] })); // prettier-ignore
      const bytes = await writeLedgerWorkbook({ title: '台账', bodyName: '单位', filledOn: '2024-06-18', findings });
      const shown = byLibreOffice(bytes, 'xlsx', 'fods').toString('utf8');
      expect(shown).not.toContain('table:formula');
      expect(shown).toContain(`>${SAVED_WRONG}<`);
      const workbook = await openWorkbook(byLibreOffice(bytes, 'xlsx', 'xlsx'));
      const { rows } = await readSheet(workbook, workbook.sheets[0]!, 1_000);
      const lost = texts.filter((text, i) => text !== SAVED_WRONG && [3, 4, 7, 13, 20].some((column) => kept(rows.get(i + 4)?.get(column)?.text ?? '') !== kept(text))); // prettier-ignore
      expect(lost).toEqual([]);
    });

    it('stay texts in a printed list', { timeout: 120_000 }, async () => {
      const columns = [{ header: '序号', width: 6 }, { header: '内容', width: 40, left: true }]; // prettier-ignore
      const rows = texts.map((text, i) => ({ cells: [i + 1, text] }));
      const list = { name: '清单', title: '清单', unit: ['', '', ''] as const, columns, rows };
      const saved = byLibreOffice(await writeListWorkbook([list], '整改办'), 'xlsx', 'fods').toString('utf8');
      expect(saved).not.toContain('table:formula');
    });
  },
);
