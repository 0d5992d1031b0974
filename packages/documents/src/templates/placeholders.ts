import type { TemplateKind } from '@closeout/domain';

/** A layout is a few pages; what a report says comes out of the ledger. */
export const MAX_TEMPLATE_BYTES = 5 * 1024 * 1024;

/** One name that a template may hold: a text, or a list whose items have names of their own. */
export interface Placeholder {
  name: string;
  /** What stands in its place, in both languages. */
  means: readonly [zh: string, en: string];
  items?: readonly Placeholder[];
}

const text = (name: string, zh: string, en: string): Placeholder => ({ name, means: [zh, en] });
const list = (name: string, zh: string, en: string, items: readonly Placeholder[]): Placeholder => ({ name, means: [zh, en], items }); // prettier-ignore

const COMMON = [
  text('单位名称', '单位全称', 'Full name of the body'),
  text('标题', '公文标题', 'Title of the document'),
  text('落款', '署名', 'Who signs'),
  text('日期', '成文日期，如2024年6月18日', 'Date of the document'),
  list('正文', '系统按内置版式写出的正文，逐段', 'The text as the built-in layout writes it, paragraph by paragraph', [
    text('段落', '普通段落；本段是标题时为空', 'A paragraph; empty where it is a heading'),
    text('一级标题', '“一、”级标题；否则为空', 'A heading of the first level; else empty'),
    text('二级标题', '“（一）”级标题；否则为空', 'A heading of the second level; else empty'),
    text('三级标题', '“1.”级标题；否则为空', 'A heading of the third level; else empty'),
  ]),
] as const;

const ADDRESSEE = text('主送', '主送机关', 'To whom it goes');
const NUMBER = text('序号', '问题序号', 'Number of the finding');
const RESULT = text('整改结果', '整改结果', 'Result in words');

/** Every placeholder by kind of document: the only place where they are named. */
export const PLACEHOLDERS: Readonly<Record<TemplateKind, readonly Placeholder[]>> = {
  REPORT: [
    ...COMMON,
    list('方面', '问题方面，依次列出', 'Aspects in order', [
      text('方面名称', '问题方面', 'Name of the aspect'),
      list('问题', '该方面的问题', 'Findings of the aspect', [
        NUMBER,
        text('反馈问题', '问题表述', 'The finding'),
        list('措施', '已采取的措施', 'What was done', [text('整改情况', '最新进展', 'Its latest words')]),
        RESULT,
      ]),
    ]),
  ],
  PLAN: [
    ...COMMON,
    ADDRESSEE,
    text('填报时间', '填报日期，如2024-06-18', 'Day on which it is filled in'),
    list('问题', '方案的全部问题，可放在表格的一行中', 'All findings of the plan; may stand in a row of a table', [
      NUMBER,
      text('问题方面', '问题方面', 'Aspect'),
      text('反馈问题', '反馈问题', 'The finding'),
      text('具体问题', '具体问题', 'Its points'),
      text('整改类别', '立行立改、分阶段整改或长期坚持', 'Class of remediation'),
      text('整改目标', '整改目标', 'Target'),
      text('责任领导', '责任领导', 'Responsible leader'),
      text('牵头部门', '牵头部门', 'Lead department'),
      text('配合部门', '配合部门', 'Supporting departments'),
      text('责任人', '责任人', 'Handler'),
      text('整改时限', '整改时限', 'Deadline'),
      list('措施', '该问题的整改措施', 'Actions of the finding', [
        text('措施序号', '措施序号', 'Number of the action'),
        text('整改措施', '措施内容', 'The action'),
        text('责任部门', '责任部门', 'Department of the action'),
        text('完成时限', '完成时限', 'Deadline of the action'),
      ]),
    ]),
  ],
  PRINCIPAL_REPORT: [
    ...COMMON,
    ADDRESSEE,
    text('职务', '主要负责人职务', 'Post of the principal'),
    text('姓名', '主要负责人姓名', 'Name of the principal'),
    list('问题', '本人牵头的问题', 'Findings led by the principal', [
      NUMBER,
      text('反馈问题', '反馈问题', 'The finding'),
      list('措施', '已采取的措施', 'What was done', [text('整改情况', '最新进展', 'Its latest words')]),
      RESULT,
    ]),
  ],
  NOTICE: [
    ...COMMON,
    ADDRESSEE,
    text('文号', '发文字号', 'Number of the notice'),
    list('问题', '涉及的问题', 'Findings concerned', [NUMBER, text('反馈问题', '问题标题', 'Title of the finding')]),
    text('回复期限', '书面回复的期限；没有时为空', 'Day on which the reply is due; empty where none is'),
    text('收文单位', '收文单位', 'Receiving body'),
    text('签收人', '签收人；未签收时为空', 'Who signed for it; empty before'),
    text('签收日期', '签收日期；未签收时为空', 'Day of signing for it; empty before'),
  ],
};

/** Without these a template is refused: of each group at least one. */
export const REQUIRED_PLACEHOLDERS: Readonly<Record<TemplateKind, readonly (readonly string[])[]>> = {
  REPORT: [['标题'], ['正文', '方面'], ['日期']],
  PLAN: [['标题'], ['正文', '问题'], ['日期']],
  PRINCIPAL_REPORT: [['标题'], ['正文', '问题'], ['日期']],
  NOTICE: [['标题'], ['文号'], ['主送'], ['正文'], ['日期']],
};
