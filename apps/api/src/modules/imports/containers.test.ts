import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rawPdf, typeset } from '@closeout/report/raw-pdf';
import type { ParsedReport } from '@closeout/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { emptyInspection, mutate, sendReport, type Uploaded } from '../../../test/import-files.ts';

const PAGE = path.resolve(import.meta.dirname, '../../../../../packages/report/fixtures/50-site-page.html');
const TEXT =
  '1.关于“制度不健全”的问题\n整改情况：一是制定制度。二是组织学习。\n整改结果：清零见底。\n2.关于“作风不实”的问题\n整改情况：一是开展调研。二是通报批评。\n整改结果：滚动推进。';

describe('reports in other containers', () => {
  let api: Api;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const draft = async ({ body }: Uploaded): Promise<{ parsed: ParsedReport; sourceText: string; version: number }> => {
    const query = `query I($id: ID!) { import(id: $id) { parsed sourceText version } }`;
    const found = await clerk.execute<{ import: { parsed: ParsedReport; sourceText: string; version: number } }>(query, { id: body.importId }); // prettier-ignore
    return found.import;
  };
  const results = ({ findings }: ParsedReport): unknown[] => findings.map(({ resultText, status }) => [resultText, status]); // prettier-ignore

  it('takes a web page, as file and pasted; what was set aside is kept with the draft, also when it is read again', async () => {
    const bytes = await readFile(PAGE);
    const sent = await sendReport(clerk, await emptyInspection(api), bytes, '公开.html');
    expect([sent.status, sent.body.findings, sent.body.actions]).toEqual([201, 3, 7]);
    const { parsed } = await draft(sent);
    const aside = parsed.source.setAside?.map(({ text }) => text).join('\n');
    expect(aside).toContain('首页 政务公开 互动交流');
    expect(aside).toContain('内部审核稿，勿外传。');
    const again = await mutate(clerk, 'reparse', { importId: sent.body.importId, version: 1, profile: {} });
    expect(again.import).toMatchObject({ parsed: { source: { setAside: parsed.source.setAside } } });
    const pasted = await clerk.fetch('/import/report', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inspectionId: await emptyInspection(api), text: bytes.toString('utf8') }),
    });
    expect([pasted.status, ((await pasted.json()) as { findings: number }).findings]).toEqual([201, 3]);
  });

  it('takes a PDF with text, keeps its paragraphs as the source and lists its page numbers', async () => {
    const lines = typeset(TEXT.split('\n'));
    const bytes = rawPdf([{ texts: [...lines, { x: 280, y: 790, text: '— 1 —' }] }]);
    const { parsed, sourceText } = await draft(await sendReport(clerk, await emptyInspection(api), bytes, '报告.pdf'));
    expect(sourceText).toBe(TEXT);
    expect(parsed.source.setAside).toEqual([{ kind: 'PAGE_FURNITURE', text: '— 1 —', page: 1 }]);
    expect(parsed.warnings.find(({ code }) => code === 'SET_ASIDE')?.message).toContain('— 1 —');
  });

  describe('the words of an inspection', () => {
    const inspectionWith = async (round: object, own: object | null): Promise<string> => {
      const id = await emptyInspection(api);
      await api.sql(`UPDATE round SET settings = $2 FROM inspection i WHERE i.id = $1 AND round.id = i.round_id`, [id.slice(4), JSON.stringify(round)]); // prettier-ignore
      await api.sql(`UPDATE inspection SET settings = $2 WHERE id = $1`, [id.slice(4), JSON.stringify(own)]);
      return id;
    };

    it('without any, words that nobody knows state nothing', async () => {
      const { parsed } = await draft(await sendReport(clerk, await emptyInspection(api), TEXT));
      expect(results(parsed)).toEqual([['清零见底', 'UNKNOWN'], ['滚动推进', 'UNKNOWN']]); // prettier-ignore
    });

    it('of its round, and its own before those, state results in what is imported into it', async () => {
      const target = await inspectionWith(
        { resultWords: { COMPLETED: '滚动推进', ONGOING: '滚动推进' } },
        { resultWords: { COMPLETED: '清零见底' } },
      );
      const { parsed } = await draft(await sendReport(clerk, target, TEXT));
      expect(results(parsed)).toEqual([['清零见底', 'COMPLETED'], ['滚动推进', 'ONGOING']]); // prettier-ignore
    });

    it('are corrected with the layout, one result at a time, and enter the ledger', async () => {
      const target = await inspectionWith({ resultWords: { COMPLETED: '清零见底' } }, null);
      const sent = await sendReport(clerk, target, TEXT);
      const profile = { results: { partial: ['滚动推进'] } };
      const { import: read } = await mutate(clerk, 'reparse', { importId: sent.body.importId, version: 1, profile });
      const parsed = read?.parsed as unknown as ParsedReport;
      expect(results(parsed)).toEqual([['清零见底', 'COMPLETED'], ['滚动推进', 'PARTIAL']]); // prettier-ignore
      expect(parsed.profile.corrected.results).toEqual({ COMPLETED: ['清零见底'], PARTIAL: ['滚动推进'] });
      const long = { results: { partial: ['推'.repeat(21)] } };
      const refused = await mutate(clerk, 'reparse', { importId: sent.body.importId, version: 2, profile: long });
      expect(refused.userErrors[0]?.field).toBe('profile.results.partial');
      await mutate(clerk, 'commitImport', { importId: sent.body.importId, version: 2, mode: 'HISTORY' });
      const rows = await api.sql(`SELECT result, result_text FROM finding WHERE inspection_id = $1 ORDER BY seq`, [target.slice(4)]); // prettier-ignore
      expect(rows).toEqual([{ result: 'COMPLETED', result_text: '清零见底' }, { result: 'PARTIAL', result_text: '滚动推进' }]); // prettier-ignore
    });
  });
});
