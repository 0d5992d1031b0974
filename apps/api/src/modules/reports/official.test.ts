import { measureDocx, type MeasuredDocx } from '@closeout/documents/measured-docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';
import { committed, emptyInspection, fixtureText } from '../../../test/import-files.ts';
import { done, noticePlace, onNotice, supervision, type NoticeRow } from '../../../test/notices.ts';
import { tokenFor } from '../../../test/tokens.ts';
import { inspectionOf } from '../../../test/work.ts';
import { MEASURED } from '../../../test/measured.ts';

const GB_9704 = { page: [210, 297], textBlock: [156, 225], grid: { lines: 22, characters: 28 } };

describe('official documents as files', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    inspectionId = await inspectionOf(api);
  });
  afterAll(() => api.stop());

  const get = (caller: Caller, path: string): Promise<Response> => caller.fetch(`/export/${path}`);
  const opened = async (caller: Caller, path: string): Promise<MeasuredDocx> => {
    const response = await get(caller, path);
    expect(response.status, path).toBe(200);
    return measureDocx(new Uint8Array(await response.arrayBuffer()));
  };
  const trace = async (recordId: string): Promise<unknown> => {
    const found = await api.sql(
      `SELECT verb, record_type, actor_name, after FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [recordId.slice(4)],
    );
    return found[0];
  };

  describe('the plan', () => {
    const plan = (caller = clerk, more = ''): Promise<MeasuredDocx> =>
      opened(caller, `plan.docx?inspectionId=${inspectionId}${more}`);

    it('has its three lists on pages laid across, one finding for each of the ledger', async () => {
      const { sections, tables, paragraphs } = await plan();
      expect(sections).toHaveLength(4);
      expect(sections[0]).toMatchObject(GB_9704);
      expect(sections.slice(1).map(({ page, textBlock }) => [page, textBlock])).toEqual(
        [1, 2, 3].map(() => [[297, 210], [225, 156]]), // prettier-ignore
      );
      const rows = await api.sql<{ seq: number; title: string; actions: number; lead: string | null }>(
        `SELECT f.seq, f.title, (SELECT count(*)::int FROM action a WHERE a.finding_id = f.id AND a.state <> 'DROPPED') AS actions, d.name AS lead
         FROM finding f LEFT JOIN department d ON d.id = f.lead_department_id WHERE f.inspection_id = $1 AND f.plan = 'MAIN' ORDER BY f.seq`,
        [inspectionId.slice(4)],
      );
      const [problems, tasks, duties] = tables;
      for (const one of tables) expect(one.headed).toBe(true);
      const firsts = (table: typeof problems): string[] => table!.rows.slice(1).flatMap(([seq = '']) => (seq === '' ? [] : [seq])); // prettier-ignore
      const seqs = rows.map(({ seq }) => String(seq));
      expect([firsts(problems), firsts(tasks), firsts(duties)]).toEqual([seqs, seqs, seqs]);
      expect(problems!.rows.slice(1).map((cells) => cells[2])).toEqual(rows.map(({ title }) => title));
      expect(duties!.rows.slice(1).map((cells) => cells[3])).toEqual(rows.map(({ lead }) => lead ?? ''));
      expect(tasks!.rows.length - 1).toBe(rows.reduce((sum, { actions }) => sum + Math.max(1, actions), 0));
      const whole = rows.reduce((sum, { actions }) => sum + actions, 0);
      const body = paragraphs.filter(({ style }) => style === 'OfficialBody').map(({ text }) => text);
      expect(body.some((text) => text.startsWith(`巡察反馈问题${rows.length}个`) && text.includes(`整改措施${whole}项`))).toBe(true); // prettier-ignore
      expect(paragraphs.filter(({ style }) => style === 'OfficialAttachment').map(({ text }) => text)).toEqual(['附件：1.问题清单', '2.任务清单', '3.责任清单']); // prettier-ignore
    });

    it('is signed by the body and dated by hand; its file says what it is', async () => {
      const { paragraphs } = await plan();
      const [signature] = paragraphs.filter(({ style }) => style === 'OfficialSignature');
      const [body] = await api.sql<{ name: string }>(`SELECT name FROM body WHERE short_name = '市侨青会'`);
      expect(signature?.text).toBe(body?.name);
      expect(paragraphs.find(({ style }) => style === 'OfficialDate')?.text).toBe('2026年　月　日');
      const response = await get(clerk, `plan.docx?inspectionId=${inspectionId}`);
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
        `整改方案-市侨青会-${TODAY}.docx`,
      );
    });

    it('is one of several that the visit carries', async () => {
      const [moved] = await api.sql<{ title: string }>(
        `UPDATE finding SET plan = 'PERSONNEL' WHERE id = (SELECT id FROM finding WHERE inspection_id = $1 ORDER BY seq LIMIT 1) RETURNING title`,
        [inspectionId.slice(4)],
      );
      const of = async (kind: string): Promise<string[]> =>
        (await plan(clerk, `&plan=${kind}`)).tables[0]!.rows.slice(1).map((cells) => cells[2] ?? '');
      expect(await of('PERSONNEL')).toEqual([moved?.title]);
      expect(await of('MAIN')).not.toContain(moved?.title);
      const refused = await get(clerk, `plan.docx?inspectionId=${inspectionId}&plan=OTHER`);
      expect([refused.status, ((await refused.json()) as { field: string }).field]).toEqual([422, 'plan']);
      await api.sql(`UPDATE finding SET plan = 'MAIN' WHERE inspection_id = $1`, [inspectionId.slice(4)]);
    });

    it('is for who may export the whole body, and leaves a trace; a token needs every class', async () => {
      for (const login of ['secretary', 'discipline']) await plan(await api.as(login));
      for (const login of ['head', 'leader', 'handler', 'office'])
        expect((await get(await api.as(login), `plan.docx?inspectionId=${inspectionId}`)).status, login).toBe(403);
      for (const login of ['otherhead', 'auditadmin'])
        expect((await get(await api.as(login), `plan.docx?inspectionId=${inspectionId}`)).status, login).toBe(404);
      const { caller: partial } = await tokenFor(api, '市侨青会', { classes: ['STATISTICS', 'TEXT', 'MONEY'] });
      expect((await get(partial, `plan.docx?inspectionId=${inspectionId}`)).status).toBe(403);
      await plan();
      expect(await trace(inspectionId)).toMatchObject({ verb: 'exportPlan', record_type: 'Inspection', after: { format: 'docx', plan: 'MAIN', findings: 33 } }); // prettier-ignore
    });
  });

  describe('the principal’s own report', () => {
    const report = (caller = clerk): Promise<MeasuredDocx> =>
      opened(caller, `principal-report.docx?inspectionId=${inspectionId}`);

    it('tells what the secretary answers for himself, by name of his post, and nothing of others', async () => {
      const { sections, paragraphs } = await report();
      expect(sections.map(({ textBlock }) => textBlock)).toEqual([[156, 225]]);
      const own = await api.sql<{ seq: number; title: string }>(
        `SELECT f.seq, f.title FROM finding f JOIN post p ON p.id = f.leader_post_id WHERE f.inspection_id = $1 AND p.title = '党组书记、主席' ORDER BY f.seq`,
        [inspectionId.slice(4)],
      );
      expect(own.length).toBeGreaterThan(0);
      const of = (id: string): string[] => paragraphs.filter(({ style }) => style === id).map(({ text }) => text);
      const told = paragraphs.flatMap(({ text }) => /^(?:（.+?）)?问题(\d+)：/.exec(text)?.[1] ?? []);
      expect(told).toEqual(own.map(({ seq }) => String(seq)));
      expect(of('OfficialSignature')).toEqual(['党组书记、主席　闻予知']);
      expect(of('OfficialAddressee')).toHaveLength(1);
    });

    it('counts meetings without restricted or rejected pieces, and results as the report prints them', async () => {
      const [meetings] = await api.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM meeting m JOIN evidence e ON e.id = m.evidence_id WHERE e.inspection_id = $1 AND NOT e.restricted AND e.acceptance <> 'REJECTED'`,
        [inspectionId.slice(4)],
      );
      const { paragraphs } = await report();
      const sum = (text = ''): number => [...text.matchAll(/(\d+)[次个](?=[、。，])/g)].reduce((all, one) => all + Number(one[1]), 0); // prettier-ignore
      const held = paragraphs.find(({ text }) => text.startsWith('召开'))?.text;
      expect(sum(held)).toBe(meetings?.count);
      const whole = paragraphs.find(({ text }) => text.startsWith('巡察反馈问题33个'))?.text.split('其中')[1];
      expect(sum(whole)).toBe(33);
    });

    it('is for who may export the whole body, and leaves a trace', async () => {
      for (const login of ['head', 'leader', 'handler', 'office'])
        expect((await get(await api.as(login), `principal-report.docx?inspectionId=${inspectionId}`)).status, login).toBe(403); // prettier-ignore
      expect((await get(await api.as('otherhead'), `principal-report.docx?inspectionId=${inspectionId}`)).status).toBe(
        404,
      );
      await report(await api.as('secretary'));
      expect(await trace(inspectionId)).toMatchObject({ verb: 'exportPrincipalReport', after: { findings: 33 } });
    });
  });

  describe('a notice', () => {
    let notice: NoticeRow;
    const letter = async (caller: Caller): Promise<MeasuredDocx> => opened(caller, `notice.docx?noticeId=${notice.id}`);
    beforeAll(async () => {
      const office = await api.as('office');
      const text = '一、事由\n问题整改缓慢。\n二、要求\n{ DDEAUTO c:\\cmd } <w:p/>';
      const input = { ...(await supervision(await noticePlace(api))), title: '关于加快整改的督办通知', text };
      const answer = await onNotice(office, 'issueNotice', input);
      expect(answer.userErrors).toEqual([]);
      notice = answer.notice as NoticeRow;
    });

    it('is a letter: mark, number, title, addressee, text, reply day, signature and date in their places', async () => {
      const { sections, paragraphs, fields } = await letter(clerk);
      expect(sections).toHaveLength(1);
      expect(sections[0]).toMatchObject(GB_9704);
      expect(sections[0]?.pageNumbers.odd).toBe('— {PAGE} — right 14 宋体');
      const of = (id: string): string[] => paragraphs.filter(({ style }) => style === id).map(({ text }) => text);
      const [office] = await api.sql<{ name: string }>(`SELECT name FROM body WHERE kind = 'OFFICE' AND id = (SELECT office_id FROM notice WHERE id = $1)`, [notice.id.slice(4)]); // prettier-ignore
      expect(of('OfficialMark')).toEqual([office?.name]);
      expect(of('OfficialNumber')).toEqual([notice.number]);
      expect(of('Title')).toEqual(['关于加快整改的督办通知']);
      expect(of('OfficialAddressee')).toEqual([expect.stringMatching(/（党组书记、主席）：$/), '回　　执']);
      expect(of('Heading1')).toEqual(['事由', '要求']);
      expect(of('OfficialBody')).toEqual(expect.arrayContaining(['问题整改缓慢。', '{ DDEAUTO c:\\cmd } <w:p/>', '请于2026年12月4日前将办理情况书面回复我办。'])); // prettier-ignore
      expect([of('OfficialSignature'), of('OfficialDate')]).toEqual([[office?.name], ['2026年11月22日']]);
      expect(new Set(fields)).toEqual(new Set(['PAGE']));
    });

    it('is for who reads the notice, with a trace of each', async () => {
      for (const login of ['secretary', 'office', 'discipline']) await letter(await api.as(login));
      for (const login of ['handler', 'head', 'leader', 'otherhead', 'sysadmin', 'auditadmin'])
        expect((await get(await api.as(login), `notice.docx?noticeId=${notice.id}`)).status, login).toBe(404);
      const { caller } = await tokenFor(api, '市侨青会', { classes: ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'] });
      expect((await get(caller, `notice.docx?noticeId=${notice.id}`)).status).toBe(404);
      expect(await trace(notice.id)).toMatchObject({ verb: 'exportNotice', record_type: 'Notice', after: { number: notice.number } }); // prettier-ignore
    });

    it('shows on its slip who signed for it, and in its title that it was withdrawn', async () => {
      expect((await letter(clerk)).tables[0]?.rows.find(([name]) => name === '签收人')).toEqual(['签收人', '']);
      await done(clerk, 'signForNotice', notice);
      const [, signedBy] = (await letter(clerk)).tables[0]?.rows.find(([name]) => name === '签收人') ?? [];
      expect(signedBy).not.toBe('');
      await api.sql(`UPDATE notice SET state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = 'x' WHERE id = $1`, [notice.id.slice(4)]); // prettier-ignore
      const titles = (await letter(clerk)).paragraphs.filter(({ style }) => style === 'Title').map(({ text }) => text);
      expect(titles).toContain('（已撤回）');
    });
  });

  it('as PDF are refused in words where there is no browser, for whom they would be printed', async () => {
    const refused = await get(clerk, `report.pdf?inspectionId=${inspectionId}`);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'INVALID', rule: 'exports.browser', field: 'format' });
    expect((await get(await api.as('head'), `report.pdf?inspectionId=${inspectionId}`)).status).toBe(403);
  });

  it('of forty findings take under three seconds each', MEASURED, async () => {
    const large = await emptyInspection(api);
    await committed(clerk, large, fixtureText('12-ligongdaxue-40-findings'), 'HISTORY');
    for (const file of ['report.docx', 'plan.docx', 'principal-report.docx']) {
      const started = performance.now();
      const { sections } = await opened(clerk, `${file}?inspectionId=${large}`);
      expect(performance.now() - started, file).toBeLessThan(3_000);
      expect(sections[0], file).toMatchObject(GB_9704);
    }
  });
});
