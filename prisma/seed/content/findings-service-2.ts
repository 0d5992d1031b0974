import { doing, done, issued, meeting, piece, talk } from './build.ts';
import type { DemoFinding } from './types.ts';

/** Aspect two, second half: findings 12 to 17 of the main body (12 to 15 are continuing). */
export const service2: DemoFinding[] = [
  {
    no: 12,
    class: 'CONTINUING',
    aspect: 'service',
    text: '助推创新创业力度不够。侨创服务站建成后跟踪引导少，成果落地率低。澜汐食品、衡渡机电2个服务站签约成果落地不足一半。栖岚茶业服务站考核办法不健全，人员积极性不高。穗麓农牧服务站开发的新品没有打开市场。稷禾米业服务站建站之初热情高，后续服务跟不上。',
    points: [
      { text: '澜汐食品、衡渡机电2个服务站签约成果落地不足一半', outcome: 'CONTINUING' },
      { text: '栖岚茶业服务站考核办法不健全，人员积极性不高', outcome: 'DONE' },
      { text: '穗麓农牧服务站开发的新品没有打开市场', outcome: 'CONTINUING' },
      { text: '稷禾米业服务站建站之初热情高，后续服务跟不上', outcome: 'DONE' },
    ],
    lead: 'liaison',
    leader: 'vice3',
    handler: 'he',
    due: { kind: 'ONGOING', words: '2026年12月底前，并长期坚持', date: '2026-12-31' },
    state: 'CONTINUING',
    signedOn: ['2026-10-20', '2026-10-21', '2026-10-23', '2026-10-27'],
    continuing: {
      reason: '成果落地和市场开拓周期长，两家企业的中试线要到2027年上半年才能投产。',
      target: '5家服务站签约成果落地率均达到60%以上',
      nextReview: '2027-03-31',
    },
    actions: [
      done(
        '2026年7月31日印发《澜川市侨创服务站考核办法》，成果落地占考核分值四成。',
        issued('2026-07-31', '澜川市侨创服务站考核办法', '侨青发〔2026〕24号'),
      ),
      doing(
        '促成澜汐食品服务站同省属研究机构签约，追加投入80万元建设中试线；帮助衡渡机电服务站取得专利授权14件，其中发明专利3件。',
        '澜汐食品中试线完成设备安装；衡渡机电落地率由41%升至52%。',
        piece('2026-10-09', 'FILE', '技术合作合同及专利证书'),
      ),
      done(
        '党组书记、分管领导先后2次到栖岚茶业服务站现场办公，帮助定型新茶4款。',
        piece('2026-08-19', 'SITE_VISIT', '栖岚茶业服务站现场办公记录'),
      ),
      doing(
        '邀请省侨创专家3人到穗麓农牧现场会诊，协助对接商超渠道。',
        '已进入2家商超试销，三季度销量尚不稳定。',
        piece('2026-09-25', 'SITE_VISIT', '专家会诊记录', { words: '9月下旬', yearInferred: true }),
      ),
      done(
        '4月下旬和8月下旬，两次检查稷禾米业服务站的资金和运行，该站2项加工技术通过省级鉴定，带动销售约1.2亿元。',
        piece('2026-08-26', 'FILE', '服务站检查报告', { words: '8月下旬', yearInferred: true }),
      ),
    ],
  },
  {
    no: 13,
    class: 'CONTINUING',
    aspect: 'service',
    text: '参谋助手作用不突出。澜川籍海外侨领和专业人士底数不清，每逢节日慰问都有遗漏。对在智能装备领域任职的乡贤团队了解不多，周边3市已有项目落地，我市仍是空白。“侨智澜川行”形成的3份调研报告束之高阁。',
    points: [
      { text: '每逢节日慰问都有遗漏', outcome: 'DONE' },
      { text: '周边3市已有项目落地，我市仍是空白', outcome: 'CONTINUING' },
      { text: '“侨智澜川行”形成的3份调研报告束之高阁', outcome: 'CONTINUING' },
    ],
    lead: 'liaison',
    leader: 'vice3',
    handler: 'he',
    due: { kind: 'ONGOING', words: '长期坚持', date: '2026-12-31' },
    state: 'CONTINUING',
    signedOn: ['2026-10-20', '2026-10-22', '2026-10-23', '2026-10-27'],
    continuing: {
      reason: '产业项目洽谈和建议转化需要多部门协同，短期内难以见效。',
      target: '智能装备类项目至少落地1个，17条建议全部得到书面答复',
      nextReview: '2027-01-29',
    },
    actions: [
      done(
        '更新侨领和专业人士名册286人，中秋前慰问国内亲属38户、寄发慰问信286封，拟订2027年春节慰问名单。',
        piece('2026-09-28', 'FILE', '侨领名册与慰问签收表'),
      ),
      done(
        '2026年8月24日，向市发展改革委、市工业和信息化局发出《关于商请提供智能装备产业需求的函》，并登门对接2次。',
        issued('2026-08-24', '关于商请提供智能装备产业需求的函', '侨青函〔2026〕11号'),
      ),
      doing(
        '把3份调研报告拆成17条建议，转送5个部门办理。',
        '收到书面答复11条，其余6条已去函催办。',
        piece('2026-10-13', 'FILE', '建议转办清单'),
      ),
    ],
  },
  {
    no: 14,
    class: 'CONTINUING',
    aspect: 'service',
    text: '会地合作协议落得不实。承办区域性侨青交流活动缺少统筹，“侨创先行”试点申报迟迟没有启动。',
    points: [
      { text: '承办区域性侨青交流活动缺少统筹', outcome: 'DONE' },
      { text: '“侨创先行”试点申报迟迟没有启动', outcome: 'CONTINUING' },
    ],
    lead: 'office',
    co: ['liaison'],
    leader: 'secretary',
    handler: 'ye',
    due: { date: '2026-12-18' },
    state: 'CONTINUING',
    signedOn: ['2026-10-20', '2026-10-21', '2026-10-27'],
    continuing: {
      reason: '试点申报窗口由省里统一开放，预计2027年一季度受理。',
      target: '完成试点申报材料并报送省里',
      nextReview: '2027-02-26',
    },
    actions: [
      done('推动市政府同省侨商青年理事会签订合作框架，议定年度事项9项。', piece('2026-08-12', 'FILE', '合作框架协议')),
      done(
        '2026年8月27日，召开会地合作联席会议，明确试点申报的分工和时间表。',
        meeting('2026-08-27', 'OTHER', '会地合作联席会议', { place: '市政府第二会议室', attendees: 17 }),
      ),
      done(
        '2026年9月16日，由市领导带队赴省里对接，召开座谈会说明申报打算，争取辅导名额。',
        meeting('2026-09-16', 'SYMPOSIUM', '试点申报对接座谈会', { place: '省城', attendees: 9 }),
      ),
    ],
  },
  {
    no: 15,
    class: 'CONTINUING',
    aspect: 'service',
    text: '推动重大部署落地不够有力。引才聚才、文化传播、成果转化等方面办法不多。承接服务跟不上，2023年以来引进的高层次归国人才流失19名。基层组织建设滞后，村（社区）侨青联络站覆盖率只有73.6%，澜川职院、澜川师专和186家涉侨高新技术企业没有建立侨青组织，离全覆盖差距较大。',
    points: [
      { text: '2023年以来引进的高层次归国人才流失19名', outcome: 'CONTINUING' },
      { text: '村（社区）侨青联络站覆盖率只有73.6%', outcome: 'DONE' },
      { text: '澜川职院、澜川师专和186家涉侨高新技术企业没有建立侨青组织', outcome: 'CONTINUING' },
    ],
    lead: 'personnel',
    co: ['liaison', 'societies'],
    leader: 'vice3',
    handler: 'song',
    due: { kind: 'ONGOING', words: '2026年底前取得阶段成果，长期坚持', date: '2026-12-31' },
    state: 'CONTINUING',
    signedOn: ['2026-10-26', '2026-10-27', '2026-10-29', '2026-11-02'],
    continuing: {
      reason: '企业组建工作量大，且反馈口径为高新技术企业，现有数据按规模以上企业统计，需重新核对底数。',
      target: '按高新技术企业口径完成核对，组建率达到80%',
      nextReview: '2027-03-26',
    },
    actions: [
      done(
        '持续引才聚才。2026年7月21日至22日，市领导带队赴省外走访并与8名澜川籍专家座谈；8月25日至27日，再赴西部城市与11名乡贤座谈；9月23日，在全市招才引智推介会上邀请6名侨界专家到会，4家服务站签约；10月15日，在环澜湖示范区召开绿色产业座谈会。',
        meeting('2026-07-21', 'SYMPOSIUM', '省外澜川籍专家座谈', {
          until: '2026-07-22',
          words: '2026年7月21日至22日',
          place: '省外',
        }),
        meeting('2026-08-25', 'SYMPOSIUM', '西部城市乡贤座谈', {
          until: '2026-08-27',
          words: '8月25日至27日',
          yearInferred: true,
          place: '省外',
        }),
        meeting('2026-09-23', 'OTHER', '全市招才引智推介会', {
          words: '9月23日',
          yearInferred: true,
          place: '市会展中心',
        }),
        meeting('2026-10-15', 'SYMPOSIUM', '绿色产业座谈会', {
          words: '10月15日',
          yearInferred: true,
          place: '环澜湖示范区',
        }),
      ),
      done(
        '市委人才工作领导小组2026年8月11日印发《澜川市归国人才服务若干措施》，推出18条服务举措。',
        issued('2026-08-11', '澜川市归国人才服务若干措施', '澜人才〔2026〕3号', { issuer: '市委人才工作领导小组' }),
      ),
      done(
        '2026年9月1日印发《市侨青会基层组织建设三年行动方案》。',
        issued('2026-09-01', '市侨青会基层组织建设三年行动方案', '侨青党发〔2026〕19号'),
      ),
      doing(
        '指导澜川职院成立侨青组织，批复澜川师专筹建申请。全市1069个村（社区）已建联络站1041个，覆盖率97.38%；540家规模以上涉侨企业已建组织312家，覆盖率57.78%。',
        '正按高新技术企业口径重新核对名单。',
        piece('2026-10-19', 'FILE', '联络站和企业组织名册'),
      ),
    ],
    indicators: [
      {
        name: '村（社区）侨青联络站覆盖率',
        baseline: '73.6%',
        numerator: 1041,
        denominator: 1069,
        definition: '已建联络站的村（社区）数 ÷ 全市村（社区）总数',
        asOf: '2026-10-19',
      },
      {
        name: '涉侨企业侨青组织覆盖率',
        baseline: '186家未建',
        numerator: 312,
        denominator: 540,
        definition: '已建组织的企业数 ÷ 规模以上涉侨企业数',
        statedDefinition: '涉侨高新技术企业',
        asOf: '2026-10-19',
      },
    ],
  },
  {
    no: 16,
    class: 'STAGED',
    aspect: 'service',
    text: '助力乡村振兴力度不够。“1+2”侨青助农项目实施有短板，同省级社团的联系减弱。南溪县服务点辐射面窄，青屏县服务点合作双方来往少，桐湖县服务点对示范基地指导不到位。',
    points: [
      { text: '南溪县服务点辐射面窄', outcome: 'DONE' },
      { text: '青屏县服务点合作双方来往少', outcome: 'DONE' },
      { text: '桐湖县服务点对示范基地指导不到位', outcome: 'DONE' },
    ],
    lead: 'societies',
    leader: 'vice2',
    handler: 'zhuang',
    due: { date: '2026-10-18' },
    state: 'CLOSED',
    byResolution: true,
    signedOn: ['2026-10-09', '2026-10-12', '2026-10-14', '2026-10-28'],
    actions: [
      done(
        '制定出台《澜川市侨青助农服务点管理办法（试行）》《侨青助农服务点工作流程》。',
        issued('2026-07-24', '澜川市侨青助农服务点管理办法（试行）', '侨青发〔2026〕23号'),
        issued('2026-07-24', '侨青助农服务点工作流程', '侨青办发〔2026〕8号'),
      ),
      done(
        '印发《关于遴选2026年侨青助农服务点的通知》，择优确定服务点5个。',
        issued('2026-08-14', '关于遴选2026年侨青助农服务点的通知', '侨青发〔2026〕26号'),
      ),
      done(
        '2026年8月6日，召开助农服务点推进会，三县汇报问题、现场派单。',
        meeting('2026-08-06', 'PROGRESS_REVIEW', '助农服务点推进会', { place: '南溪县', attendees: 29 }),
      ),
      done(
        '班子成员分赴三县蹲点，促成青屏县续签合作协议，举办稻渔、菌菇、果蔬技术培训7期。',
        piece('2026-09-29', 'TRAINING', '助农技术培训', { people: 310 }),
      ),
    ],
  },
  {
    no: 17,
    class: 'STAGED',
    aspect: 'service',
    text: '依法办事意识不强。近3年没有法律顾问，只研究过1次法治工作，2024年度绩效考核因此丢分。',
    points: [
      { text: '近3年没有法律顾问，只研究过1次法治工作', outcome: 'DONE' },
      {
        text: '2024年度绩效考核因此丢分',
        outcome: 'UNTRACEABLE_REGULATED',
        note: '考核结果已定，无法追溯；法治工作已列入年度议题。',
      },
    ],
    lead: 'office',
    leader: 'vice1',
    handler: 'ye',
    due: { date: '2026-08-31' },
    state: 'CLOSED',
    signedOn: ['2026-08-17', '2026-08-18', '2026-08-21', '2026-08-25'],
    actions: [
      done('通过比选聘请法律顾问，合同期2年。', piece('2026-07-23', 'FILE', '法律顾问聘用合同')),
      done(
        '2026年7月28日，召开党组会专题研究法治工作，审定年度普法清单。',
        meeting('2026-07-28', 'PARTY_GROUP', '专题研究法治工作', { attendees: 9 }),
      ),
      done(
        '分管领导对丢分事项的责任部室负责人进行了提醒谈话。',
        talk('2026-07-30', '邬蔚岚', '责任部室负责人', '绩效丢分提醒谈话'),
      ),
    ],
  },
];
