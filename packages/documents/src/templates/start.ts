import type { TemplateKind } from '@closeout/domain';
import type { ReportBlock, ReportStyle } from '../report/blocks.ts';
import { noticeDocument } from '../official/notice.ts';
import { planDocument } from '../official/plan.ts';
import { writeOfficialDocx, type Annex, type OfficialDocument } from '../official/write-official.ts';

const block = (style: ReportStyle, text: string): ReportBlock => ({ style, text });
const within = (name: string, blocks: readonly ReportBlock[]): ReportBlock[] => [
  block('body', `{#${name}}`),
  ...blocks,
  block('body', `{/${name}}`),
];
const optional = (style: ReportStyle, name: string): ReportBlock[] => within(name, [block(style, `{${name}}`)]);

/** The built-in text with each paragraph in the style of its level. */
const TEXT = within('正文', [
  ...optional('heading1', '一级标题'),
  ...optional('heading2', '二级标题'),
  ...optional('heading3', '三级标题'),
  ...optional('body', '段落'),
]);

/** By column of the built-in lists, what a row of a template holds. */
const CELLS: Readonly<Record<string, string>> = {
  整改措施: '{#措施}\n{措施序号}.{整改措施}\n{/措施}',
  责任部门: '{#措施}\n{责任部门}\n{/措施}',
  完成时限: '{#措施}\n{完成时限}\n{/措施}',
};

/** The three lists with one row that is repeated for each finding. */
function lists(): Annex[] {
  const nothing = { subject: null, team: null, onSiteFrom: null, onSiteTo: null, feedbackOn: null, findings: [] };
  const plan = planDocument({ body: '{单位名称}', office: null, kind: '巡察', filledOn: '{填报时间}', ...nothing });
  return (plan.annexes ?? []).map((annex) => {
    const { columns } = annex.table;
    const cells = columns.map(({ header = '' }, at) => {
      const cell = CELLS[header] ?? `{${header}}`;
      return at === 0 ? `{#问题}${cell}` : at === columns.length - 1 ? `${cell}{/问题}` : cell;
    });
    return { ...annex, table: { columns, groups: [{ cells: lastOnItsOwnLine(cells) }] } };
  });
}

/** A list that ends a cell leaves the row's own end a line of its own. */
const lastOnItsOwnLine = (cells: string[]): string[] => cells.map((cell) => cell.replace('{/措施}{', '{/措施}\n{'));

/** Head and reply slip of a notice. */
function letter(): Pick<OfficialDocument, 'head' | 'slip'> {
  const receipt = { body: '{收文单位}', signedBy: '{签收人}', signedOn: null };
  const nothing = { text: '', findings: [], replyDueOn: null, sentOn: '2000-01-01', withdrawn: false };
  const { head, slip } = noticeDocument({ office: '{单位名称}', number: '{文号}', title: '{标题}', to: '{主送}', receipt, ...nothing }); // prettier-ignore
  if (slip === undefined) return { head };
  const groups = slip.table.groups.map(({ cells }) => ({ cells: cells[0] === '签收日期' ? ['签收日期', '{签收日期}'] : cells })); // prettier-ignore
  return { head, slip: { ...slip, table: { ...slip.table, groups } } };
}

/** A .docx to begin with: the built-in layout with every placeholder that it needs in place. */
export function startingTemplate(kind: TemplateKind): Promise<Uint8Array> {
  const addressed = kind === 'REPORT' ? [] : [block('body', '{主送}：')];
  return writeOfficialDocx({
    title: '公文模板',
    ...(kind === 'NOTICE' ? letter() : {}),
    blocks: [block('title', '{标题}'), ...addressed, ...TEXT, block('signature', '{落款}'), block('date', '{日期}')],
    ...(kind === 'PLAN' ? { annexes: lists() } : {}),
  });
}
