import { TEMPLATE_KINDS } from '@closeout/domain';
import { describe, expect, it } from 'vitest';
import { noticeDocument } from '../official/notice.ts';
import { planDocument, type PlanFacts, type PlanFinding } from '../official/plan.ts';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { mainPart, ownTemplate, row, typed, withMainPart } from '../testing/own-template.ts';
import { checkTemplate } from './check.ts';
import { fillTemplate } from './engine.ts';
import { PLACEHOLDERS, REQUIRED_PLACEHOLDERS } from './placeholders.ts';
import { startingTemplate } from './start.ts';
import { noticeValues, planValues } from './values.ts';

const FINDING: PlanFinding = {
  number: 1,
  aspect: '理论学习方面',
  title: '学习不深入',
  description: '1.次数不够\n2.记录不全',
  remediationType: '立行立改',
  target: '完善制度',
  leader: '李四',
  leadDepartment: '办公室',
  supportingDepartments: ['机关党委', '学会部'],
  person: '王五',
  deadline: '2024-06-30',
  actions: [
    { text: '修订制度', department: null, deadline: null },
    { text: '补学一次', department: '机关党委', deadline: '2024-05-31' },
  ],
};
const PLAN: PlanFacts = {
  body: '市科协党组',
  office: '市委巡察办',
  kind: '巡察',
  subject: null,
  team: null,
  onSiteFrom: null,
  onSiteTo: null,
  feedbackOn: '2023-12-26',
  filledOn: '2024-01-20',
  findings: [FINDING, { ...FINDING, number: 2, title: '台账不全', actions: [] }],
};
const values = planValues(planDocument(PLAN), PLAN);
const fitting = [typed('{标题}'), typed('{#正文}{段落}{/正文}'), typed('{日期}')];
const codes = async (...children: Parameters<typeof ownTemplate>): Promise<string[]> =>
  (await checkTemplate('PLAN', await ownTemplate(...children), '方案.docx')).map(
    ({ code, params }) => `${code} ${String(params['name'] ?? params['names'] ?? '')}`,
  );

describe('the template to begin with', () => {
  it.each(TEMPLATE_KINDS)('fits its own check: %s', async (kind) => {
    expect(await checkTemplate(kind, await startingTemplate(kind), '起始模板.docx')).toEqual([]);
  });

  it('filled with a plan it says what the built-in one says, its lists row by row', async () => {
    const { text } = await mainPart(fillTemplate(await startingTemplate('PLAN'), values));
    expect(text).toContain('市科协党组关于落实巡察反馈意见的整改方案\n市委巡察办：\n');
    expect(text).toContain('一、整改任务\n巡察反馈问题2个');
    expect(text).toContain('1\t学习不深入\t完善制度\t1.修订制度\n2.补学一次\t办公室\n机关党委\t2024-06-30\n2024-05-31');
    expect(text).toContain('2\t台账不全\t');
    expect(text).not.toMatch(/[{}]/);
  });

  it('filled with a notice it has number, addressee and text', async () => {
    const facts = { office: '市委巡察办', number: '巡察督〔2026〕3号', title: '督办通知', to: '市科协党组', text: '请抓紧。', findings: [{ seq: 3, title: '超标' }], replyDueOn: '2026-06-30', sentOn: '2026-06-01', withdrawn: false, receipt: { body: '市科协党组', signedBy: '张三', signedOn: '2026-06-02' } }; // prettier-ignore
    const { text } = await mainPart(fillTemplate(await startingTemplate('NOTICE'), noticeValues(noticeDocument(facts), facts))); // prettier-ignore
    expect(text).toContain('巡察督〔2026〕3号\n督办通知\n市科协党组：\n请抓紧。\n涉及问题：\n');
    expect(text).toContain('市委巡察办\n2026年6月1日');
    expect(text).toMatch(
      /回　　执\n文号\t巡察督〔2026〕3号\t标题\t督办通知\t收文单位\t市科协党组\t签收人\t张三\t签收日期\t2026年6月2日/,
    );
  });
});

describe('filling', () => {
  it('finds a placeholder that is split over runs, and keeps the look of its first', async () => {
    const template = await ownTemplate(typed('关于', '{标', '', '题', '}的附页'), ...fitting);
    expect(await checkTemplate('PLAN', template, 'a.docx')).toEqual([]);
    const { text, xml } = await mainPart(fillTemplate(template, values));
    expect(text).toContain(`关于${values['标题'] as string}的附页`);
    expect(xml).toMatch(/<w:b\/>.{0,200}整改方案/s);
  });

  it('repeats paragraphs and rows for each finding, with a line of its own for each line of a text', async () => {
    const template = await ownTemplate(
      ...fitting,
      typed('{#问题}'),
      typed('{序号}、{反馈问题}（{配合部门}）{单位名称}'),
      typed('{/问题}'),
      row('{#问题}{序号}', '{具体问题}', '{#措施}\n{措施序号}{整改措施}\n{/措施}\n{/问题}'),
    );
    expect(await checkTemplate('PLAN', template, 'a.docx')).toEqual([]);
    const { text, xml } = await mainPart(fillTemplate(template, values));
    expect(text).toContain('1、学习不深入（机关党委、学会部）市科协党组\n2、台账不全（机关党委、学会部）市科协党组\n');
    expect(text).toContain('1\t1.次数不够↵2.记录不全\t1修订制度\n2补学一次\n');
    expect(xml.match(/<w:tr>|<w:tr /g)).toHaveLength(2);
  });

  it('takes a text as a condition: nothing is printed where it is empty', async () => {
    const template = await ownTemplate(...fitting, typed('{#填报时间}填于{填报时间}{/填报时间}'));
    expect(await checkTemplate('PLAN', template, 'a.docx')).toEqual([]);
    expect((await mainPart(fillTemplate(template, values))).text).toContain('填于2024-01-20');
    expect((await mainPart(fillTemplate(template, { ...values, 填报时间: '' }))).text).not.toContain('填于');
  });

  it.each(['{标题}', '{#问题}', '{@x}', '</w:t></w:r><w:altChunk/>', '{ HYPERLINK "http://x" }', 'a\u0000b\u001fc\ufffe', '\ud800', '{=[[ ]]=}'])(
    'leaves %j text: it is neither filled again nor code of the document',
    async (hostile) => {
      const template = await ownTemplate(...fitting);
      const plain = (await mainPart(fillTemplate(template, { ...values, 标题: '甲' }))).xml;
      const { xml, text } = await mainPart(fillTemplate(template, { ...values, 标题: hostile }));
      const seen = hostile.toWellFormed().replace(/[\u0000-\u001f\ufffe]/g, '');
      expect(text).toContain(seen);
      const elements = (of: string) => of.match(/<[^>]+>/g)?.map((tag) => tag.replace(/ xml:space="preserve"/, ''));
      expect(elements(xml)).toEqual(elements(plain));
    },
  ); // prettier-ignore

  it('leaves every text that was made to harm a workbook text too', async () => {
    const template = await ownTemplate(...fitting);
    const filled = await mainPart(
      fillTemplate(template, { ...values, 正文: hostileTexts().map((段落) => ({ 段落 })) }),
    );
    expect(filled.xml).not.toMatch(/<w:(?:fldSimple|instrText|hyperlink|object)|<f>|<!DOCTYPE|<!\[CDATA/);
  });

  it('reaches nothing that JavaScript inherits', () => {
    return ownTemplate(typed('甲{constructor}{__proto__}{toString}{#constructor}{name}{/constructor}乙')).then(
      async (template) => {
        expect((await mainPart(fillTemplate(template, values))).text).toContain('甲乙');
      },
    );
  });
});

describe('the check', () => {
  it('names what is unknown, outside of its list, a list used as text, and what is missing', async () => {
    expect(await codes(...fitting, typed('{单位}'))).toEqual(['TEMPLATE_UNKNOWN 单位']);
    expect(await codes(...fitting, typed('{责任领导}'))).toEqual(['TEMPLATE_OUTSIDE_LIST 责任领导']);
    expect(await codes(...fitting, typed('{问题}'))).toEqual(['TEMPLATE_LIST_AS_TEXT 问题']);
    expect(await codes(typed('只有文字'))).toEqual([
      'TEMPLATE_REQUIRED {标题}',
      'TEMPLATE_REQUIRED {正文}或{问题}',
      'TEMPLATE_REQUIRED {日期}',
    ]);
  });

  it('names braces that do not fit together', async () => {
    expect(await codes(...fitting, typed('{标题'))).toEqual(['TEMPLATE_UNCLOSED 标题']);
    expect(await codes(...fitting, typed('标题}'))).toEqual(['TEMPLATE_UNOPENED 标题']);
    expect(await codes(...fitting, typed('{单位'), typed('名称}'))).toEqual(['TEMPLATE_SPLIT 单位']);
    expect(await codes(...fitting, typed('{#问题}{序号}'))).toEqual(['TEMPLATE_LIST_UNCLOSED 问题']);
    expect(await codes(...fitting, typed('{序号}{/问题}'))).toEqual(['TEMPLATE_LIST_UNOPENED 问题']);
    expect(await codes(...fitting, typed('{#问题}{#措施}{/问题}{/措施}'))).toContain('TEMPLATE_LIST_CROSSED 措施');
    expect(await codes(...fitting, typed('{#问题}'), row('{序号}', '{/问题}'))).toEqual(['TEMPLATE_LIST_PLACE 问题']);
  });

  it('refuses what would be code of the document', async () => {
    expect(await codes(...fitting, typed('{@标题}'))).toEqual(['TEMPLATE_CODE 标题']);
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{标题}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>'; // prettier-ignore
    const template = await withMainPart(await ownTemplate(...fitting, typed('尾')), (xml) => xml.replace(/<\/w:p>(<w:sectPr.*)?<\/w:body>/s, field)); // prettier-ignore
    expect((await checkTemplate('PLAN', template, 'a.docx')).map(({ code }) => code)).toEqual(['TEMPLATE_IN_FIELD']);
  });

  it('says why in both languages, what is wrong and what to do', async () => {
    const [problem] = await checkTemplate('PLAN', await ownTemplate(...fitting, typed('{单位}')), 'a.docx');
    expect(problem).toMatchObject({ zh: '没有“单位”这个占位符，请对照占位符清单改正或删除。', en: 'There is no placeholder "单位". Compare the list of placeholders.' }); // prettier-ignore
  });

  it('refuses other files, macros and what is too large', async () => {
    const check = async (bytes: Uint8Array, name: string) =>
      (await checkTemplate('PLAN', bytes, name)).map(({ code }) => code);
    const template = await ownTemplate(...fitting);
    expect(await check(template, '方案.doc')).toEqual(['TEMPLATE_NOT_DOCX']);
    expect(await check(Buffer.from('PK\u0003\u0004 no zip'), '方案.docx')).toEqual(['FILE_DAMAGED']);
    expect(await check(new Uint8Array(5 * 1024 * 1024 + 1), '方案.docx')).toEqual(['FILE_TOO_LARGE']);
    const fetching = await withMainPart(template, (xml) => xml.replace('<w:body>', '<w:body><w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>')); // prettier-ignore
    expect(await check(fetching, '方案.docx')).toEqual(['ACTIVE_CONTENT']);
  });
});

describe('the table of placeholders', () => {
  it.each(TEMPLATE_KINDS)('names what %s cannot do without, and no name twice in a list', (kind) => {
    const names = PLACEHOLDERS[kind].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(REQUIRED_PLACEHOLDERS[kind].flat().filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has a value for every placeholder of a plan', () => {
    const named = (all: (typeof PLACEHOLDERS)['PLAN'], of: object): void => {
      for (const { name, items } of all) {
        if (name === '段落' || name.endsWith('级标题')) continue;
        expect(of, name).toHaveProperty([name]);
        if (items !== undefined) named(items, (of as Record<string, object[]>)[name]?.[0] ?? {});
      }
    };
    named(PLACEHOLDERS.PLAN, values);
  });
});
