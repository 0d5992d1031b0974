import type { NoticeFacts } from '../official/notice.ts';
import type { PlanFacts } from '../official/plan.ts';
import type { PrincipalFacts } from '../official/principal.ts';
import type { OfficialDocument } from '../official/write-official.ts';
import type { ReportStyle } from '../report/blocks.ts';
import { prose } from '../official/plain-words.ts';

/** What stands in the places of a template: texts and lists of such, nothing else. */
export interface TemplateValues {
  [name: string]: string | readonly TemplateValues[];
}

/** A report by aspects, as a template may lay it out itself. */
export interface ReportAspect {
  title: string | null;
  findings: readonly { number: number; description: string; actions: readonly string[]; result: string | null }[];
}

const PARAGRAPH: Partial<Record<ReportStyle, string>> = {
  body: '段落',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
};
/** A blank to be filled in by hand. */
const BLANK = '　　　　';
const dayOr = (day: string | null): string => (day === null ? '' : prose(day));
const told = (actions: readonly string[]): TemplateValues[] => actions.map((words) => ({ 整改情况: words }));

/** What every document has, out of the one that the built-in layout would print. */
function common(document: OfficialDocument, body: string, to?: string | null): TemplateValues {
  const { blocks } = document;
  const all = (style: ReportStyle): string =>
    blocks.flatMap((one) => (one.style === style ? [one.text] : [])).join('\n');
  const addressed = to === undefined ? -1 : blocks.findIndex(({ style, text }) => style === 'body' && text === `${to}：`); // prettier-ignore
  const paragraphs = blocks.flatMap(({ style, text }, at) => {
    const name = PARAGRAPH[style];
    return name === undefined || at === addressed ? [] : [{ [name]: text }];
  });
  const sent: TemplateValues = to === undefined ? {} : { 主送: to ?? BLANK };
  return {
    单位名称: body,
    标题: all('title'),
    落款: all('signature'),
    日期: all('date'),
    正文: paragraphs,
    ...sent,
  };
}

export const reportValues = (
  document: OfficialDocument,
  { body, aspects, day }: { body: string; aspects: readonly ReportAspect[]; day: string },
): TemplateValues => {
  const values = common(document, body);
  return {
    ...values,
    落款: values['落款'] || body,
    日期: values['日期'] || prose(day),
    方面: aspects.map(({ title, findings }) => ({
      方面名称: title ?? '',
      问题: findings.map(({ number, description, actions, result }) => ({
        序号: String(number),
        反馈问题: description,
        措施: told(actions),
        整改结果: result ?? '',
      })),
    })),
  };
};

export const planValues = (document: OfficialDocument, facts: PlanFacts): TemplateValues => ({
  ...common(document, facts.body, facts.office),
  填报时间: facts.filledOn,
  问题: facts.findings.map((one) => ({
    序号: String(one.number),
    问题方面: one.aspect ?? '',
    反馈问题: one.title,
    具体问题: one.description ?? '',
    整改类别: one.remediationType ?? '',
    整改目标: one.target ?? '',
    责任领导: one.leader ?? '',
    牵头部门: one.leadDepartment ?? '',
    配合部门: one.supportingDepartments.join('、'),
    责任人: one.person ?? '',
    整改时限: one.deadline ?? '',
    措施: one.actions.map(({ text, department, deadline }, at) => ({
      措施序号: String(at + 1),
      整改措施: text,
      责任部门: department ?? one.leadDepartment ?? '',
      完成时限: deadline ?? one.deadline ?? '',
    })),
  })),
});

export const principalValues = (document: OfficialDocument, facts: PrincipalFacts): TemplateValues => ({
  ...common(document, facts.body, facts.office),
  职务: facts.principal?.post ?? '',
  姓名: facts.principal?.name ?? '',
  问题: facts.own.map(({ number, title, actions, result }) => ({
    序号: String(number),
    反馈问题: title,
    措施: told(actions),
    整改结果: result ?? '',
  })),
});

/** `body`: the office that issues it. */
export const noticeValues = (document: OfficialDocument, facts: NoticeFacts): TemplateValues => ({
  ...common(document, facts.office, facts.to),
  文号: facts.number,
  问题: facts.findings.map(({ seq, title }) => ({ 序号: String(seq), 反馈问题: title })),
  回复期限: dayOr(facts.replyDueOn),
  收文单位: facts.receipt?.body ?? '',
  签收人: facts.receipt?.signedBy ?? '',
  签收日期: dayOr(facts.receipt?.signedOn ?? null),
});
