/**
 * A list as the garden centre keeps it in Excel (选人用人专项检查), not seeded: it is there to be imported.
 * The finding's cells stand in the first of its action rows only, as merged cells do in a workbook.
 */
export const excelTitle = '市园林中心选人用人专项检查问题整改台账';

export const excelHeader = [
  '序号',
  '问题方面',
  '反馈问题',
  '整改措施',
  '责任领导',
  '牵头部门',
  '责任人',
  '整改时限',
  '进展情况',
  '涉及金额',
] as const;

type Row = Record<(typeof excelHeader)[number], string>;

const blank: Row = {
  序号: '',
  问题方面: '',
  反馈问题: '',
  整改措施: '',
  责任领导: '',
  牵头部门: '',
  责任人: '',
  整改时限: '',
  进展情况: '',
  涉及金额: '',
};

function finding(
  no: number,
  aspect: string,
  text: string,
  person: string,
  due: string,
  sum: string,
  actions: string[][],
) {
  return actions.map(([action = '', progress = ''], index): Row => {
    const cells = { ...blank, 整改措施: action, 进展情况: progress };
    if (index > 0) return cells;
    const head = { 序号: String(no), 问题方面: aspect, 反馈问题: text, 涉及金额: sum };
    return { ...cells, ...head, 责任领导: '鲁见山', 牵头部门: '综合科', 责任人: person, 整改时限: due };
  });
}

export const excelRows: Row[] = [
  ...finding(1, '选任程序', '2名干部任前公示少于5个工作日。', '韦立夏', '2026-12-31', '', [
    ['修订任前公示流程，公示期由系统自动计算。', '流程已修订'],
    ['对近三年任前公示逐一复核。', '复核27人次，未发现新问题'],
  ]),
  ...finding(2, '选任程序', '推荐票汇总表缺少监票人签字。', '姚晚晴', '2026-11-30', '', [
    ['统一会议推荐用表，签字不全不得入档。', ''],
    ['组织人事岗位业务测试。', '已测试3人'],
  ]),
  ...finding(3, '干部监督', '3名干部个人有关事项报告填写漏项。', '韦立夏', '立行立改', '', [
    ['逐人谈话提醒，补充报告。', '已补充'],
    ['填报前集中辅导1次。', '已辅导'],
    ['每年随机抽查一成。', ''],
  ]),
  ...finding(4, '干部监督', '违规兼职取酬清理不彻底，1人领取报酬0.6万元。', '韦立夏', '2026-12-20', '0.6万元', [
    ['责令辞去兼职，退回报酬6000元。', '已辞去兼职，款项分两次退回，首次3000元'],
    ['举一反三，核查在职人员兼职情况。', '核查74人'],
  ]),
  ...finding(5, '档案管理', '干部档案“三龄两历”存疑的2卷没有认定结论。', '姚晚晴', '长期坚持', '', [
    ['补充佐证并报上级认定。', '1卷已认定'],
    ['档案审核实行初审、复审双签。', '已实行'],
  ]),
  ...finding(6, '档案管理', '转递材料登记不及时，积压19份。', '韦立夏', '2026-10-31', '', [
    ['积压材料全部归档。', '已归档19份'],
    ['转递材料10日内入卷。', ''],
    ['档案室每季度自查。', ''],
  ]),
];
