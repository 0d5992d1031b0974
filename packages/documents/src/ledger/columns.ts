/** What a column of a ledger holds. */
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]['field'];

/**
 * The official ledger's twenty columns in their order: heading, width in half-width characters, and the other names
 * bodies give them in their own lists. Names are compared without spaces, line breaks, units and punctuation, so
 * `整改措施（具体）` needs its own entry but `涉及金额（万元）` does not. Which names occur is a matter of practice: add here.
 */
export const LEDGER_COLUMNS = [
  { field: 'seq', header: '序号', width: 4.5, synonyms: ['编号', '问题编号', '问题序号', '项目序号', 'no', '号'] },
  {
    field: 'aspect',
    header: '问题方面',
    width: 8,
    synonyms: ['方面', '问题类别', '问题分类', '问题类型', '所属方面', '反馈方面', '类型', '问题领域', '反馈问题方面'],
  },
  {
    field: 'title',
    header: '反馈问题',
    width: 14,
    synonyms: [
      ...'问题 巡察反馈问题 巡视反馈问题 存在问题 存在的问题 反馈的问题 反馈意见 主要问题 整改问题'.split(' '),
      ...'问题内容 问题清单 巡察反馈意见 反馈问题内容 问题描述 反馈的主要问题 整改事项 问题名称'.split(' '),
    ],
  },
  {
    field: 'description',
    header: '具体问题',
    width: 17,
    synonyms: [
      '具体表现',
      '问题表现',
      '具体问题表现',
      '问题点',
      '具体情况',
      '表现形式',
      '问题具体表现',
      '问题具体内容',
      '具体内容',
    ],
  },
  {
    field: 'remediationType',
    header: '整改类别',
    width: 6,
    synonyms: ['整改类型', '整改方式', '整改性质', '整改分类', '整改时限类别', '完成类型'],
  },
  {
    field: 'target',
    header: '整改目标',
    width: 10,
    synonyms: ['整改要求', '目标要求', '预期目标', '整改标准', '目标'],
  },
  {
    field: 'measure',
    header: '整改措施',
    width: 19,
    synonyms: [
      ...'措施 具体措施 整改任务 具体整改措施 整改具体措施 任务清单 整改任务及措施 整改举措'.split(' '),
      ...'工作措施 主要措施 任务 整改内容 具体任务 整改措施内容 整改工作措施'.split(' '),
    ],
  },
  {
    field: 'leader',
    header: '责任领导',
    width: 7,
    synonyms: ['牵头领导', '分管领导', '责任人领导', '包抓领导', '主管领导', '负责领导', '牵头责任领导', '第一责任人'],
  },
  {
    field: 'leadDepartment',
    header: '牵头部门',
    width: 8,
    synonyms: [
      ...'责任部门 责任科室 责任单位 牵头单位 牵头科室 牵头责任部门 主责部门 责任股室 牵头股室'.split(' '),
      ...'责任处室 牵头处室 承办部门 承办科室 牵头责任单位 整改责任部门 整改责任单位 责任单位部门'.split(' '),
    ],
  },
  {
    field: 'supportingDepartments',
    header: '配合部门',
    width: 8,
    synonyms: [
      '配合单位',
      '配合科室',
      '协办部门',
      '协办科室',
      '参与单位',
      '参与部门',
      '配合责任部门',
      '配合处室',
      '配合股室',
      '协同部门',
    ],
  },
  {
    field: 'person',
    header: '责任人',
    width: 7,
    synonyms: [
      '承办人',
      '经办人',
      '具体责任人',
      '整改责任人',
      '直接责任人',
      '具体承办人',
      '责任人员',
      '负责人',
      '具体负责人',
      '联系人',
    ],
  },
  {
    field: 'deadline',
    header: '整改时限',
    width: 10,
    synonyms: [
      ...'完成时限 时限 完成时间 整改期限 整改完成时限 时限要求 计划完成时间 完成期限 整改时间'.split(' '),
      ...'截止时间 办理时限 整改完成时间 时间节点 截止日期'.split(' '),
    ],
  },
  {
    field: 'progress',
    header: '进展情况',
    width: 17,
    synonyms: [
      ...'整改进展 整改情况 完成情况 整改落实情况 整改进展情况 落实情况 工作进展 目前进展'.split(' '),
      ...'整改完成情况 进展 推进情况 整改进度 整改工作进展情况 工作进展情况'.split(' '),
    ],
  },
  {
    field: 'effect',
    header: '整改成效',
    width: 12,
    synonyms: ['成效', '取得成效', '整改效果', '工作成效', '成效清单'],
  },
  {
    field: 'evidence',
    header: '佐证材料',
    width: 10,
    synonyms: ['印证材料', '佐证', '佐证资料', '支撑材料', '证明材料', '佐证材料名称', '印证资料', '佐证材料目录'],
  },
  {
    field: 'statedAmount',
    header: '涉及金额',
    width: 9,
    synonyms: ['金额', '问题金额', '涉及资金', '违规金额', '涉及问题金额', '涉及资金金额', '问题资金'],
  },
  {
    field: 'recoveredAmount',
    header: '已清退',
    width: 9,
    synonyms: [
      '已清退金额',
      '清退金额',
      '已追缴',
      '已退金额',
      '追缴金额',
      '退缴金额',
      '已追回金额',
      '已整改金额',
      '收缴金额',
    ],
  },
  {
    field: 'result',
    header: '整改结果',
    width: 6,
    synonyms: [
      ...'整改状态 是否完成 完成状态 是否完成整改 销号情况 是否销号 整改结论 状态 是否整改到位'.split(' '),
      ...'整改完成状态 是否整改完成 办理结果 完成与否'.split(' '),
    ],
  },
  {
    field: 'closedOn',
    header: '销号日期',
    width: 10,
    synonyms: ['销号时间', '办结时间', '实际完成时间', '办结日期', '实际完成日期'],
  },
  { field: 'remark', header: '备注', width: 6, synonyms: ['说明', '其他', '其它', '备注说明'] },
] as const;

/** Defined name that marks our own export: there, one row is one action and no cell is split. */
export const EXPORT_MARK = 'CLOSEOUT_LEDGER';

/** Headings of the hidden columns by which our own export comes back: whose row it is, and what each cell printed. */
export const KEY_HEADING = '系统标识（请勿改动）';
export const PRINT_HEADING = '系统校验（请勿改动）';

export const isKeyHeading = (text: string): boolean => text === KEY_HEADING || text === PRINT_HEADING;

/** A heading reduced to what its name is: no spaces, units in brackets, stars or punctuation. */
export function normaliseHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:单位:?)?(?:人民币)?[百千万亿]*元\)/g, '')
    .replace(/\((?:必填|选填|可选|签字)\)/g, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

const FIELD_BY_HEADING = new Map<string, LedgerColumn>(
  LEDGER_COLUMNS.flatMap(({ field, header, synonyms }) =>
    [header, ...synonyms].map((name) => [normaliseHeading(name), field] as const),
  ),
);

/** The field a heading names, or null. */
export function fieldOfHeading(text: string): LedgerColumn | null {
  return FIELD_BY_HEADING.get(normaliseHeading(text)) ?? null;
}
