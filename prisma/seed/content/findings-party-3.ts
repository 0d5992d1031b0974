import { doing, done, issued, meeting, piece, talk, todo } from './build.ts';
import type { DemoFinding } from './types.ts';

/** Aspects five and six: findings 29 to 33 of the main body. */
export const party3: DemoFinding[] = [
  {
    no: 29,
    class: 'STAGED',
    aspect: 'party',
    text: '党建基础工作不牢。社团党建摆不上位置，2024年、2025年党建要点里只有一句话带过。',
    points: [{ text: '2024年、2025年党建要点里只有一句话带过', outcome: 'DONE' }],
    lead: 'personnel',
    co: ['societies'],
    leader: 'vice3',
    handler: 'song',
    due: { offset: -11 },
    state: 'RECTIFYING',
    instruction: { date: '2026-11-16', text: '超期十天以上的只剩这一件，请临川同志盯住社团党建联系点，每周报一次。' },
    actions: [
      done(
        '2026年7月7日印发《市侨青会2026年党建重点任务》，社团党建单列一章。',
        issued('2026-07-07', '市侨青会2026年党建重点任务', '侨青党发〔2026〕11号'),
      ),
      doing(
        '建立社团党建联系点10个，每个联系点由1名机关党员结对。',
        '联系点已挂牌6个，4个还没有确定联系党员。',
        piece('2026-10-14', 'FILE', '联系点挂牌照片'),
      ),
      done(
        '2026年8月18日，召开党组会专题听取行业党委述职。',
        meeting('2026-08-18', 'PARTY_GROUP', '专题听取行业党委述职', { attendees: 9 }),
      ),
    ],
  },
  {
    no: 30,
    class: 'STAGED',
    aspect: 'party',
    text: '组织生活不严肃。近两年机关支部组织生活会没有逐人开展批评，2025年班子成员没有以普通党员身份到会。民主评议优秀等次12人，比规定多4人。支部活动形式单调，2025年2月、6月至7月没有开展主题党日。16名党员党费少缴。',
    points: [
      { text: '近两年机关支部组织生活会没有逐人开展批评', outcome: 'DONE' },
      { text: '2025年班子成员没有以普通党员身份到会', outcome: 'DONE' },
      { text: '民主评议优秀等次12人，比规定多4人', outcome: 'DONE' },
      {
        text: '2025年2月、6月至7月没有开展主题党日',
        outcome: 'UNTRACEABLE_REGULATED',
        note: '缺的月份无法追溯；2026年以来逐月开展，已规范。',
      },
      { text: '16名党员党费少缴', outcome: 'DONE' },
    ],
    lead: 'personnel',
    co: ['finance'],
    leader: 'vice3',
    handler: 'qin',
    due: { date: '2026-10-18' },
    state: 'CLOSED',
    byResolution: true,
    signedOn: ['2026-09-28', '2026-09-29', '2026-10-12', '2026-10-28'],
    actions: [
      done(
        '2026年7月23日，机关党支部召开专题组织生活会，27名党员逐人发言、逐人点评。',
        meeting('2026-07-23', 'ORG_LIFE', '机关党支部专题组织生活会', { attendees: 27 }),
      ),
      done(
        '2026年7月27日，召开支委会，按票数和比例评定优秀等次8名、合格等次19名。',
        meeting('2026-07-27', 'BRANCH', '评定民主评议等次', { attendees: 5 }),
      ),
      done('班子成员全部编入党小组，以普通党员身份到会发言。', piece('2026-07-23', 'FILE', '党小组编组名单')),
      done('支部书记为全体党员讲专题党课1次。', piece('2026-08-31', 'FILE', '党课讲稿')),
      done(
        '逐月开展主题党日：4月植绿护河，5月入户走访，6月重温誓词，7月志愿服务，8月读书分享。',
        piece('2026-09-01', 'FILE', '主题党日活动记录'),
      ),
      done(
        '重新核算16名党员的党费基数，补缴党费4.32元，组织学习党费收缴规定。',
        piece('2026-08-12', 'FILE', '党费核算表'),
      ),
    ],
    money: [
      {
        point: 5,
        established: { fen: 432n, basis: '党费核算表', by: '机关党支部', date: '2026-08-12' },
        disposition: 'REFUND_DUE',
        dispositionBasis: '党费少缴，应当补缴；不计入财政资金。',
        isDues: true,
        recoveries: [
          {
            fen: 432n,
            date: '2026-08-14',
            kind: 'DUES_BACK_PAYMENT',
            payer: '16名党员',
            payers: 16,
            receiver: 'DUES_ACCOUNT',
            voucher: '党费收据 2026-08-07',
            action: 6,
          },
        ],
      },
    ],
  },
  {
    no: 31,
    class: 'STAGED',
    aspect: 'party',
    text: '干部人事档案审核粗放。有的缺自传、学历证明，有的履历表没有审查机关盖章，材料排列错乱，部分考核表缺少单位鉴定意见，职务变动登记不及时。',
    points: [
      { text: '有的缺自传、学历证明', outcome: 'DONE' },
      { text: '有的履历表没有审查机关盖章', outcome: 'DONE' },
      { text: '部分考核表缺少单位鉴定意见，职务变动登记不及时', outcome: 'DONE' },
    ],
    lead: 'personnel',
    leader: 'vice3',
    handler: 'qin',
    due: { offset: 8 },
    state: 'IN_REVIEW',
    step: 'SECRETARY',
    signedOn: ['2026-11-13', '2026-11-16', '2026-11-17'],
    actions: [
      done(
        '2026年7月29日，组织档案管理人员学习干部档案管理规定，现场示范整理1卷。',
        piece('2026-07-29', 'TRAINING', '档案整理实训', { people: 6 }),
      ),
      done(
        '补充自传3份、学历证明4份、考核鉴定5份，补盖审查机关印章2份。',
        piece('2026-09-30', 'FILE', '补充材料移交清单'),
      ),
      done(
        '举一反三，全面清理在职干部档案34卷，改正排列错误11卷。',
        piece('2026-10-28', 'LATERAL_REVIEW', '干部档案清理', { checked: 34, corrected: 11 }),
      ),
      done(
        '分管领导对档案管理员进行了批评教育谈话。',
        talk('2026-07-22', '许临川', '档案管理员', '档案管理批评教育', 1, 'CRITICISM'),
      ),
    ],
  },
  {
    no: 32,
    class: 'STAGED',
    aspect: 'party',
    text: '选人用人程序不到位。2025年科级干部选任方案没有写明信访举报核查环节，廉洁意见只有一方签字，派驻组负责人未签。',
    points: [
      { text: '2025年科级干部选任方案没有写明信访举报核查环节', outcome: 'DONE' },
      {
        text: '廉洁意见只有一方签字，派驻组负责人未签',
        outcome: 'UNTRACEABLE_REGULATED',
        note: '任职文件已发，签字无法补作；新流程须双方签字。',
      },
    ],
    lead: 'personnel',
    leader: 'vice3',
    handler: 'qin',
    due: { offset: 14 },
    state: 'IN_REVIEW',
    step: 'LEADER',
    signedOn: ['2026-11-18', '2026-11-20'],
    actions: [
      done(
        '组织人事干部参加干部工作业务培训2天，结业测试合格。',
        piece('2026-08-26', 'TRAINING', '干部工作业务培训', { people: 4 }),
      ),
      done(
        '系统学习干部选拔任用和监督各项规定，整理要点手册人手一册。',
        piece('2026-09-08', 'FILE', '干部工作要点手册'),
      ),
      done(
        '2026年9月21日印发《市侨青会干部选任全程对账办法》，核查、签字各环节列成清单。',
        issued('2026-09-21', '市侨青会干部选任全程对账办法', '侨青党发〔2026〕20号'),
      ),
      done('把议事规则要点张贴在会议室，会前对照、会后存档。', piece('2026-09-23', 'FILE', '会议室张贴照片')),
      done(
        '分管领导对人事工作负责同志提醒谈话，要求双方签字一次不漏。',
        talk('2026-08-31', '许临川', '人事工作负责人', '廉洁意见签字提醒谈话'),
      ),
    ],
  },
  {
    no: 33,
    class: 'STAGED',
    aspect: 'rectification',
    text: '整改常抓的劲头不足。上轮巡察指出的“空壳社团”“人岗不符”本轮依然存在，财务管理松散、档案审核不严等问题改了又犯。',
    points: [
      { text: '上轮巡察指出的“空壳社团”“人岗不符”本轮依然存在' },
      { text: '财务管理松散、档案审核不严等问题改了又犯' },
    ],
    lead: 'finance',
    co: ['personnel', 'societies'],
    leader: 'vice2',
    handler: 'jiang',
    due: { offset: 26 },
    state: 'UNCLAIMED',
    repeatOf: '2022年市委专项巡察反馈第3、第7项',
    actions: [
      todo('对财务、人事岗位负责人逐一开展谈心，压实整改责任。'),
      todo('制定各部室职责和岗位说明，一岗一单。'),
      todo('组织人事、财务人员业务轮训。'),
      todo('专题研究人岗不符的调整方案。'),
      todo('对上轮反馈问题逐项回头看，列出仍未见底的清单。'),
    ],
  },
];
