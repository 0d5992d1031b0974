import { mainPart, ownTemplate, row, typed } from '@closeout/documents/own-template';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { inspectionOf } from '../../../test/work.ts';

const SHELVES = `{ templateShelves { bodyId bodyName kind placeholders { name within isList means } versions { id number state fileName viewerCan inForceByName retiredByName } } }`;
interface Version {
  id: string;
  number: number;
  state: string;
  fileName: string;
  viewerCan: string[];
}
interface Shelf {
  bodyId: string;
  bodyName: string;
  kind: string;
  placeholders: { name: string; within: string | null }[];
  versions: Version[];
}

let api: Api;
let clerk: Caller;
let inspectionId: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  inspectionId = await inspectionOf(api);
});
afterAll(() => api.stop());

const shelves = async (who: Caller): Promise<Shelf[]> =>
  (await who.execute<{ templateShelves: Shelf[] }>(SHELVES)).templateShelves;
const shelf = async (kind: string, who = clerk): Promise<Shelf> => {
  const found = (await shelves(who)).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no shelf ${kind}`);
  return found;
};
const send = async (who: Caller, bodyId: string, kind: string, bytes: Uint8Array, fileName = '本单位模板.docx') => {
  const query = new URLSearchParams({ bodyId, kind, fileName });
  const answer = await who.fetch(`/import/template?${query}`, { method: 'POST', body: Buffer.from(bytes) });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> & { templateId: string } };
};
const plan = (note: string): Promise<Uint8Array> =>
  ownTemplate(typed('{', '标题', '}'), typed(note), typed('{#正文}{段落}{/正文}'), row('{#问题}{序号}', '{反馈问题}{/问题}'), typed('{日期}')); // prettier-ignore
const text = async (response: Response): Promise<string> =>
  (await mainPart(new Uint8Array(await response.arrayBuffer()))).text;
const exportPlan = (more = '', suffix = 'docx', who = clerk): Promise<Response> =>
  who.fetch(`/export/plan.${suffix}?inspectionId=${inspectionId}${more}`);
const verb = async (who: Caller, name: string, templateId: string) => {
  const document = `mutation V($input: TemplateVerbInput!) { ${name}(input: $input) { shelf { bodyId } userErrors { code rule } } }`;
  const answer = await who.execute<Record<string, { userErrors: { code: string; rule: string }[] }>>(document, { input: { templateId } }); // prettier-ignore
  return answer[name]?.userErrors;
};
const lastTrace = async (verbName: string): Promise<Record<string, unknown> | undefined> =>
  (await api.sql<{ after: Record<string, unknown> }>(`SELECT after FROM audit_event WHERE verb = $1 ORDER BY id DESC LIMIT 1`, [verbName]))[0]?.after; // prettier-ignore

describe('own templates', () => {
  it('are kept by the clerk for the body’s documents, by the office for its notices, by nobody else', async () => {
    expect((await shelves(clerk)).map(({ bodyName, kind }) => `${bodyName} ${kind}`)).toEqual([
      '市侨青会 REPORT',
      '市侨青会 PLAN',
      '市侨青会 PRINCIPAL_REPORT',
    ]);
    expect((await shelves(await api.as('office'))).map(({ bodyName, kind }) => `${bodyName} ${kind}`)).toEqual([
      '市委巡察办 NOTICE',
    ]);
    for (const login of ['secretary', 'head', 'discipline', 'sysadmin', 'auditadmin'])
      expect(await shelves(await api.as(login)), login).toEqual([]);
  });

  it('begin with a file of the built-in layout that fits', async () => {
    const { bodyId, placeholders } = await shelf('REPORT');
    expect(placeholders.find(({ name }) => name === '整改情况')?.within).toBe('措施');
    const start = await clerk.fetch('/export/template-start.docx?kind=REPORT');
    expect(start.headers.get('content-disposition')).toContain(encodeURIComponent('起始模板-整改进展情况.docx'));
    const bytes = new Uint8Array(await start.arrayBuffer());
    expect(await send(clerk, bodyId, 'REPORT', bytes)).toMatchObject({ status: 201, body: { number: 1 } });
    expect((await clerk.fetch('/export/template-start.docx?kind=LETTER')).status).toBe(422);
  });

  it('are refused with everything that does not fit, and nothing is kept', async () => {
    const { bodyId } = await shelf('PLAN');
    const unfit = await send(clerk, bodyId, 'PLAN', await ownTemplate(typed('{标题}{单位}'), typed('{序号}')));
    expect(unfit.status).toBe(422);
    expect(unfit.body).toMatchObject({
      code: 'INVALID',
      rule: 'templates.unfit',
      problems: [{ code: 'TEMPLATE_UNKNOWN' }, { code: 'TEMPLATE_OUTSIDE_LIST' }, { code: 'TEMPLATE_REQUIRED' }, { code: 'TEMPLATE_REQUIRED' }], // prettier-ignore
    });
    expect(unfit.body['message']).toContain('没有“单位”这个占位符，请对照占位符清单改正或删除。');
    expect(await send(clerk, bodyId, 'PLAN', await plan('甲'), '方案.doc')).toMatchObject({ status: 422, body: { problems: [{ code: 'TEMPLATE_NOT_DOCX' }] } }); // prettier-ignore
    expect((await shelf('PLAN')).versions).toEqual([]);
  });

  it('of another body are absent, whoever asks', async () => {
    const { bodyId, versions } = await shelf('REPORT');
    const id = versions[0]?.id ?? '';
    for (const login of ['otherclerk', 'secretary', 'office', 'head']) {
      const other = await api.as(login);
      expect(await send(other, bodyId, 'PLAN', await plan('甲')), login).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } }); // prettier-ignore
      expect((await other.fetch(`/export/template.docx?templateId=${id}`)).status, login).toBe(404);
      expect((await other.fetch(`/export/template-preview.docx?templateId=${id}`)).status, login).toBe(404);
      expect(await verb(other, 'putTemplateInForce', id), login).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    const office = await shelf('NOTICE', await api.as('office'));
    expect(await send(clerk, office.bodyId, 'NOTICE', await plan('甲'))).toMatchObject({ status: 404 });
    expect(await send(clerk, bodyId, 'NOTICE', await plan('甲'))).toMatchObject({ status: 404 });
  });
});

describe('a template of the plan', () => {
  const versions = async (): Promise<string[]> =>
    (await shelf('PLAN')).versions.map(({ number, state }) => `${number} ${state}`);

  it('is looked at filled, put in force, replaced and taken out; exports and their traces follow', async () => {
    const { bodyId } = await shelf('PLAN');
    const builtin = await text(await exportPlan());
    const first = (await send(clerk, bodyId, 'PLAN', await plan('本单位第一版'))).body.templateId;

    const preview = await clerk.fetch(`/export/template-preview.docx?templateId=${first}`);
    expect(await text(preview)).toMatch(/本单位第一版[\s\S]*巡察反馈问题\d+个[\s\S]*1\t/);
    expect(await lastTrace('previewTemplate')).toMatchObject({ kind: 'PLAN', template: { number: 1 }, of: { plan: 'MAIN' } }); // prettier-ignore
    expect(await text(await exportPlan())).toBe(builtin);

    expect(await verb(clerk, 'putTemplateInForce', first)).toEqual([]);
    expect(await text(await exportPlan('', 'docx', await api.as('secretary')))).toContain('本单位第一版');
    expect(await lastTrace('exportPlan')).toMatchObject({ format: 'docx', template: { id: first, number: 1, fileName: '本单位模板.docx' } }); // prettier-ignore
    expect(await text(await exportPlan('&layout=builtin'))).toBe(builtin);
    expect(await lastTrace('exportPlan')).not.toHaveProperty('template');
    expect((await exportPlan('&layout=own')).status).toBe(422);

    const again = await send(clerk, bodyId, 'PLAN', await plan('本单位第一版'));
    // Packed at another moment, it is another file; the same bytes are refused below.
    expect(again.status).toBe(201);
    expect(await verb(clerk, 'putTemplateInForce', again.body.templateId)).toEqual([]);
    expect(await versions()).toEqual(['2 IN_FORCE', '1 RETIRED']);
    expect(await verb(clerk, 'putTemplateInForce', again.body.templateId)).toMatchObject([{ code: 'ILLEGAL_TRANSITION', rule: 'templates.inForceAlready' }]); // prettier-ignore

    expect(await verb(clerk, 'removeTemplate', again.body.templateId)).toEqual([]);
    expect(await text(await exportPlan())).toBe(builtin);
    expect(await verb(clerk, 'removeTemplate', again.body.templateId)).toMatchObject([{ code: 'ILLEGAL_TRANSITION', rule: 'templates.notInForce' }]); // prettier-ignore
    expect(await verb(clerk, 'putTemplateInForce', first)).toEqual([]);
    expect(await versions()).toEqual(['2 RETIRED', '1 IN_FORCE']);
    const stored = new Uint8Array(await (await clerk.fetch(`/export/template.docx?templateId=${first}`)).arrayBuffer());
    expect(await send(clerk, bodyId, 'PLAN', stored)).toMatchObject({ status: 409, body: { rule: 'templates.sameFile', number: 1 } }); // prettier-ignore
  });

  it('makes no PDF: that is said before anything is printed, and the built-in layout still does', async () => {
    const refused = await exportPlan('', 'pdf');
    expect([refused.status, await refused.json()]).toMatchObject([422, { rule: 'templates.noPdf', number: 1 }]);
    const builtin = await exportPlan('&layout=builtin', 'pdf');
    expect(builtin.status === 200 || ((await builtin.json()) as { rule: string }).rule === 'exports.browser').toBe(
      true,
    );
  });

  it('is one in force at a time, by the database itself, and is neither rewritten nor deleted', async () => {
    await expect(api.sql(`UPDATE document_template SET state = 'IN_FORCE' WHERE kind = 'PLAN'`)).rejects.toThrow('document_template_in_force_key'); // prettier-ignore
    await expect(api.sql(`UPDATE document_template SET sha256 = 'x'`)).rejects.toThrow('stays');
    await expect(api.sql(`DELETE FROM document_template`)).rejects.toThrow('stays');
  });
});

describe('a template of notices', () => {
  it('is the office’s, and lays its letters out for whoever takes them', async () => {
    const office = await api.as('office');
    const { bodyId } = await shelf('NOTICE', office);
    const letter = await ownTemplate(typed('本办专用'), typed('{文号}{标题}致{主送}'), typed('{#正文}{段落}{/正文}'), typed('{日期}')); // prettier-ignore
    const { templateId } = (await send(office, bodyId, 'NOTICE', letter)).body;
    expect(await verb(office, 'putTemplateInForce', templateId)).toEqual([]);
    const [notice] = await api.sql<{ id: string; number: string }>(
      `SELECT 'ntc_' || n.id AS id, n.number FROM notice n JOIN body b ON b.id = n.body_id WHERE b.short_name = '市侨青会' AND n.kind <> 'HANDOVER' LIMIT 1`,
    );
    const taken = await (await api.as('secretary')).fetch(`/export/notice.docx?noticeId=${notice?.id}`);
    expect(await text(taken)).toContain(`本办专用\n${notice?.number}`);
    expect(await lastTrace('exportNotice')).toMatchObject({ template: { id: templateId } });
  });
});
