import type { PlanFacts, PlanFinding } from './plan.ts';
import type { ListColumn, ListGroup } from './table.ts';
import type { Annex } from './write-official.ts';

const SEQ: ListColumn = { header: '序号', width: 5, look: 'centred' };
const TITLE: ListColumn = { header: '反馈问题', width: 24 };
const short = (header: string, width: number): ListColumn => ({ header, width, look: 'centred' });

interface List {
  title: string;
  columns: readonly ListColumn[];
  row: (finding: PlanFinding) => ListGroup['cells'];
}

/** 三张清单: the same findings, once as what is wrong, once as what is done, once as who answers for it. */
const LISTS: readonly List[] = [
  {
    title: '问题清单',
    columns: [SEQ, { header: '问题方面', width: 18 }, TITLE, { header: '具体问题', width: 32 }, short('整改类别', 9)],
    row: ({ number, aspect, title, description, remediationType }) => [String(number), aspect ?? '', title, description ?? '', remediationType ?? ''], // prettier-ignore
  },
  {
    title: '任务清单',
    columns: [SEQ, TITLE, { header: '整改目标', width: 18 }, { header: '整改措施', width: 34 }, short('责任部门', 11), short('完成时限', 11)], // prettier-ignore
    row: ({ number, title, target, actions, leadDepartment, deadline }) => [
      String(number),
      title,
      target ?? '',
      actions.map(({ text }, i) => `${i + 1}.${text}`),
      actions.map((action) => action.department ?? leadDepartment ?? ''),
      actions.map((action) => action.deadline ?? deadline ?? ''),
    ],
  },
  {
    title: '责任清单',
    columns: [SEQ, { ...TITLE, width: 36 }, short('责任领导', 11), short('牵头部门', 13), short('配合部门', 15), short('责任人', 9), short('整改时限', 12)], // prettier-ignore
    row: ({ number, title, leader, leadDepartment, supportingDepartments, person, deadline }) => [
      String(number),
      title,
      leader ?? '',
      leadDepartment ?? '',
      supportingDepartments.join('、'),
      person ?? '',
      deadline ?? '',
    ],
  },
];

/** The lists as annexes of a plan, each with who filled it in and a line for signatures. */
export const planLists = ({ body, filledOn, findings }: PlanFacts): Annex[] =>
  LISTS.map(({ title, columns, row }) => ({
    title,
    note: `填报单位：${body}　　填报时间：${filledOn}`,
    table: { columns, groups: findings.map((finding) => ({ cells: row(finding) })) },
    signatures: '主要负责人（签字）：　　　　　　　　责任领导（签字）：　　　　　　　　填表人：',
  }));
