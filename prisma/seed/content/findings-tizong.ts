import { doing, done, issued, meeting, piece, talk } from './build.ts';
import type { DemoAction, DemoFinding } from './types.ts';

/**
 * The third body brought its published report: its findings are 据原文记录, as claimed by the source and signed by nobody here.
 * Findings 4 and 9 were taken over into live work.
 */
function recorded(
  no: number,
  aspect: string | null,
  text: string,
  printed: 'COMPLETED' | 'ONGOING',
  ...actions: DemoAction[]
): DemoFinding {
  return {
    no,
    class: aspect === null ? 'IMMEDIATE' : 'STAGED',
    aspect,
    text,
    points: [],
    lead: 'desk',
    leader: 'vicepresident',
    handler: 'yu',
    due: { kind: 'ONGOING', words: '原文未列' },
    state: 'RECORDED',
    printed,
    actions,
  };
}

export const tizong: DemoFinding[] = [
  recorded(
    1,
    null,
    '公共体育设施报修响应慢，市全民健身中心6台器材停用超过三个月。',
    'COMPLETED',
    done('更换维修器材11台，张贴报修电话。'),
    done(
      '2026年7月8日，召开场馆管理工作会，明确两日内到场。',
      meeting('2026-07-08', 'OTHER', '场馆管理工作会', { place: '全民健身中心' }),
    ),
  ),
  recorded(
    2,
    null,
    '裁判员津贴发放依据不全，3次比赛没有执裁签到表。',
    'COMPLETED',
    done('补齐3次比赛执裁名单，由裁判长签字确认。'),
    done(
      '分管领导对财务人员进行了提醒谈话。',
      talk('2026-07-06', '聂知远', '财务人员', '对财务人员进行了提醒谈话', null),
    ),
  ),
  recorded(
    3,
    'sport',
    '全民健身活动集中在城区，乡镇赛事占比不到两成。',
    'COMPLETED',
    done(
      '2026年7月20日印发《乡镇健身赛事三年计划》。',
      issued('2026-07-20', '乡镇健身赛事三年计划', '体总发〔2026〕9号'),
    ),
    done('下半年举办乡镇赛事23场，占比升至41%。'),
  ),
  {
    ...recorded(
      4,
      'sport',
      '社会体育指导员培训不足，注册人数三年未增。',
      'ONGOING',
      done('举办指导员培训2期，新增注册86人。', piece('2026-09-18', 'TRAINING', '指导员培训', { people: 86 })),
      doing('与高校共建培训基地。', '协议文本已商定，等待校方用印。'),
    ),
    points: [{ text: '注册人数三年未增', outcome: 'DONE' }],
    lead: 'mass',
    due: { offset: 7 },
    state: 'RECTIFYING',
  },
  recorded(
    5,
    'sport',
    '青少年后备人才输送渠道单一，2个项目多年没有新队员入队。',
    'ONGOING',
    done('同9所学校签订共建协议，布点4个项目。'),
    done('组织选材测试2次，吸收新队员17人。'),
  ),
  recorded(
    6,
    'sport',
    '单项协会监管不严，5家协会没有按期报送年度报告。',
    'COMPLETED',
    done('约请5家协会负责人，年度报告全部补报。'),
    done(
      '2026年8月5日，召开单项协会座谈会，通报监管要求。',
      meeting('2026-08-05', 'SYMPOSIUM', '单项协会座谈会', { place: '体育总会会议室' }),
    ),
  ),
  recorded(
    7,
    'rules',
    '会议记录不完整，有的党组会只记结论不记过程。',
    'COMPLETED',
    done('统一党组会记录本，配备专职记录员。'),
    done(
      '2026年7月29日，召开党组会，学习议事规则。',
      meeting('2026-07-29', 'PARTY_GROUP', '学习议事规则', { place: '体育总会会议室' }),
    ),
  ),
  recorded(
    8,
    'rules',
    '赛事承办合同管理粗放，2份合同没有约定违约责任。',
    'COMPLETED',
    done('补签2份补充协议。'),
    done('2026年8月19日印发《赛事合同管理办法》。', issued('2026-08-19', '赛事合同管理办法', '体总发〔2026〕12号')),
  ),
  {
    ...recorded(
      9,
      'rules',
      '训练津贴发放把关不严，多发2名已离队队员津贴2600元。',
      'COMPLETED',
      done('追缴多发津贴2600元。', piece('2026-08-28', 'FILE', '津贴核对表')),
      done('每月发放前由训练部核对在队名单。', piece('2026-09-04', 'FILE', '在队名单')),
    ),
    points: [{ text: '多发2名已离队队员津贴2600元', outcome: 'DONE' }],
    lead: 'training',
    handler: 'mo',
    due: { offset: 16 },
    state: 'RECTIFYING',
    money: [
      {
        point: 1,
        stated: { words: '2600元', fen: 260000n, roundingFen: 100n },
        established: { fen: 260000n, basis: '津贴发放表与离队通知', by: '党组会', date: '2026-08-24' },
        disposition: 'REFUND_DUE',
        dispositionBasis: '离队后不再享受津贴。',
        recoveries: [
          {
            fen: 130000n,
            date: '2026-08-28',
            kind: 'RECOVERED',
            payer: '离队队员甲',
            payers: 1,
            receiver: 'UNIT_ACCOUNT',
            voucher: '收据 TZ-0828',
            action: 1,
          },
        ],
      },
    ],
  },
  recorded(
    10,
    'rules',
    '公务用车派车单填写不规范，有的没有里程记录。',
    'COMPLETED',
    done('派车单改为电子流转，缺项不能提交。'),
    done(
      '分管领导对车辆管理员进行了提醒谈话。',
      talk('2026-07-13', '聂知远', '车辆管理员', '对车辆管理员进行了提醒谈话'),
    ),
  ),
];
