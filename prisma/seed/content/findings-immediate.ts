import { done, issued, meeting, piece, talk } from './build.ts';
import type { DemoFinding } from './types.ts';

/** 立行立改: findings 1 to 5 of the main body. */
export const immediate: DemoFinding[] = [
  {
    no: 1,
    class: 'IMMEDIATE',
    aspect: null,
    text: '网络意识形态阵地管理抓得不紧。阵地台账没有列入年度考核细则，也没有写进2026年廉政任务单。责任分解停留在文件上，2024年全年未把阵地管理任务拆分到部室和个人。',
    points: [
      { text: '阵地台账没有列入年度考核细则，也没有写进2026年廉政任务单', outcome: 'DONE' },
      { text: '2024年全年未把阵地管理任务拆分到部室和个人', outcome: 'DONE' },
    ],
    lead: 'publicity',
    leader: 'vice1',
    handler: 'shao',
    due: { kind: 'IMMEDIATE', words: '立行立改', date: '2026-07-18' },
    state: 'CLOSED',
    signedOn: ['2026-07-17', '2026-07-20', '2026-07-22', '2026-07-24'],
    actions: [
      done(
        '2026年7月15日印发《市侨青会网络阵地管理责任办法》，列明12类阵地的责任人和检查频次，履责情况同步写入考核细则、廉政任务单和班子成员述责提纲。',
        issued('2026-07-15', '市侨青会网络阵地管理责任办法', '侨青党发〔2026〕14号', { key: 'doc-front' }),
      ),
      done(
        '7月14日，召开党组会逐条审议责任办法，把年度任务分给6个部室、19名责任人，每季度对一次账。',
        meeting('2026-07-14', 'PARTY_GROUP', '审议网络阵地管理责任办法', {
          words: '7月14日',
          yearInferred: true,
          attendees: 9,
        }),
      ),
    ],
  },
  {
    no: 2,
    class: 'IMMEDIATE',
    aspect: null,
    text: '学习制度执行打折扣。2024年以来，党组专题学习上级关于侨务和群团工作的部署仅3次。抽查的18次党组会中，7次没有安排首个学习议题。党章学习连续两年没有列入中心组计划。',
    points: [
      { text: '党组专题学习上级关于侨务和群团工作的部署仅3次', outcome: 'DONE' },
      {
        text: '抽查的18次党组会中，7次没有安排首个学习议题',
        outcome: 'UNTRACEABLE_REGULATED',
        note: '已开过的会议无法补开，议题登记制度已执行。',
      },
      { text: '党章学习连续两年没有列入中心组计划', outcome: 'DONE' },
    ],
    lead: 'personnel',
    co: ['office'],
    leader: 'secretary',
    handler: 'qin',
    due: { kind: 'IMMEDIATE', words: '立行立改', date: '2026-09-15' },
    state: 'CLOSED',
    signedOn: ['2026-09-11', '2026-09-14', '2026-09-16'],
    actions: [
      done(
        '补学补课。2026年6月24日，党组理论学习中心组集体学习群团改革部署；7月8日，机关党支部召开党员大会传达学习；7月22日，中心组开展专题研讨，6人作交流发言。',
        meeting('2026-06-24', 'STUDY_GROUP', '中心组集体学习群团改革部署', { attendees: 11 }),
        meeting('2026-07-08', 'BRANCH', '机关党支部党员大会', { words: '7月8日', yearInferred: true, attendees: 27 }),
        meeting('2026-07-22', 'STUDY_GROUP', '中心组专题研讨', { words: '7月22日', yearInferred: true, attendees: 11 }),
      ),
      done(
        '把学习议题固定为党组会首项议程，办公室会前核对、会后登记，缺项的不进入下一议程。',
        piece('2026-08-31', 'FILE', '党组会学习议题登记表'),
      ),
      done(
        '学习制度执行情况同时写入党建考核、班子述职和书记抓党建述职三份材料。',
        piece('2026-09-07', 'FILE', '党建考核指标修订页'),
      ),
      done(
        '安排党章学习两次：2026年8月5日，中心组学习总纲部分；9月9日，中心组学习党员权利义务和纪律部分。',
        meeting('2026-08-05', 'STUDY_GROUP', '中心组学习党章总纲', { attendees: 10 }),
        meeting('2026-09-09', 'STUDY_GROUP', '中心组学习党章纪律部分', {
          words: '9月9日',
          yearInferred: true,
          attendees: 11,
        }),
      ),
    ],
  },
  {
    no: 3,
    class: 'IMMEDIATE',
    aspect: null,
    text: '2024年以来支付保洁、绿植养护等费用1.6万元，只附领款单，没有取得合规票据。',
    points: [{ text: '支付保洁、绿植养护等费用1.6万元，只附领款单', outcome: 'DONE' }],
    lead: 'finance',
    leader: 'vice2',
    handler: 'jiang',
    due: { kind: 'IMMEDIATE', words: '立行立改', date: '2026-07-18' },
    state: 'CLOSED',
    signedOn: ['2026-07-10', '2026-07-13', '2026-07-15', '2026-07-17'],
    actions: [
      done(
        '2026年4月2日，分管财务的副主席对报账审核岗同志进行提醒谈话，当事人写了情况说明。',
        talk('2026-04-02', '柏舟', '报账审核岗', '领款单列支问题提醒谈话'),
      ),
      done(
        '外购服务一律凭发票报销，保洁改由中标物业公司按季开票，二季度以来4笔支出票据齐全。',
        piece('2026-07-06', 'FILE', '二季度保洁费发票'),
      ),
      done(
        '组织全体干部学习报销规定和票据常识，21人参加测试，全部合格。',
        piece('2026-06-30', 'TRAINING', '报销规定学习测试', { people: 21 }),
      ),
    ],
    money: [
      {
        point: 1,
        stated: { words: '1.6万元', fen: 1600000n, roundingFen: 100000n },
        established: { fen: 1600000n, basis: '逐笔核对记账凭证9张', by: '党组会', date: '2026-06-29' },
        disposition: 'PROCEDURAL',
        dispositionBasis: '业务真实发生、服务已验收，属票据不合规，不涉及退款。',
      },
    ],
  },
  {
    no: 4,
    class: 'IMMEDIATE',
    aspect: null,
    text: '行业党委下属的1个社团党支部连续3年没有吸收新党员。',
    points: [{ text: '1个社团党支部连续3年没有吸收新党员', outcome: 'DONE' }],
    lead: 'personnel',
    co: ['societies'],
    leader: 'vice3',
    handler: 'song',
    due: { kind: 'IMMEDIATE', words: '立行立改', date: '2026-08-31' },
    state: 'CLOSED',
    signedOn: ['2026-08-26', '2026-08-27', '2026-08-31', '2026-09-02'],
    actions: [
      done(
        '行业党委派出工作组到该社团党支部现场查阅台账，同支部委员逐一交流，理清培养链条。',
        piece('2026-07-03', 'SITE_VISIT', '社团党支部现场调研记录'),
      ),
      done(
        '指导支部制定2026年至2027年党员培养计划，确定积极分子3名，其中1名已列为发展对象。',
        piece('2026-08-24', 'FILE', '党员培养计划及备案表'),
      ),
    ],
  },
  {
    no: 5,
    class: 'IMMEDIATE',
    aspect: null,
    text: '一名干部任职年限计算有误，资格被取消后，多领的副科级待遇一直没有退回。干部考察把关不严，2023年提任一名副科级干部，考察组只派了1人。',
    points: [
      { text: '多领的副科级待遇一直没有退回', outcome: 'DONE' },
      {
        text: '2023年提任一名副科级干部，考察组只派了1人',
        outcome: 'UNTRACEABLE_REGULATED',
        note: '考察已成事实，无法追溯；考察组不少于2人的规定自2026年7月起执行。',
      },
    ],
    lead: 'personnel',
    co: ['finance'],
    leader: 'vice3',
    handler: 'qin',
    due: { kind: 'IMMEDIATE', words: '立行立改', date: '2026-07-31' },
    state: 'CLOSED',
    signedOn: ['2026-07-21', '2026-07-22', '2026-07-27', '2026-07-29'],
    actions: [
      done(
        '2026年4月8日，召开党组会，研究决定清退该干部不应享受的待遇8294元（含基本工资、绩效、交通补贴）；4月10日款项收齐，全额缴入市财政专户。',
        meeting('2026-04-08', 'PARTY_GROUP', '研究任职年限认定有误的处理', { attendees: 9 }),
      ),
      done(
        '举一反三复核42人的任职年限、出生年月和入党时间，更正2人信息。2026年7月17日，分管领导在专题民主生活会上就此作检查。',
        piece('2026-06-26', 'LATERAL_REVIEW', '干部三类时间复核', { checked: 42, corrected: 2 }),
        meeting('2026-07-17', 'DEMOCRATIC_LIFE', '巡察整改专题民主生活会', { attendees: 5 }),
      ),
      done(
        '明确考察组不少于2人、全程留痕，流程图上墙；分管领导对具体经办的同志进行了提醒谈话。',
        talk('2026-07-13', '许临川', '组织人事部经办同志', '干部考察程序提醒谈话'),
      ),
    ],
    money: [
      {
        point: 1,
        established: { fen: 829400n, basis: '工资、绩效、车补发放表', by: '党组会', date: '2026-04-08' },
        disposition: 'REFUND_DUE',
        dispositionBasis: '任职资格不予认可，多领部分应当退回。',
        recoveries: [
          {
            fen: 829400n,
            date: '2026-04-10',
            kind: 'REFUND',
            payer: '当事干部',
            payers: 1,
            receiver: 'TREASURY_ACCOUNT',
            voucher: '缴款书 0026-041',
            action: 1,
            components: [
              { name: '工资', fen: 462000n },
              { name: '绩效', fen: 247400n },
              { name: '车补', fen: 120000n },
            ],
          },
        ],
      },
    ],
  },
];
