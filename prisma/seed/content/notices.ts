import type { NoticeKind, NoticeState } from '@closeout/domain';
import type { BodyKey } from './types.ts';

/** What the office wrote to the bodies, oldest first; days count from the day of seeding. */
export interface DemoNotice {
  key: string;
  body: BodyKey;
  kind: Exclude<NoticeKind, 'HANDOVER'>;
  state: NoticeState;
  sent: number;
  title: string;
  text: string;
  findings: number[];
  /** Key of the unanswered notice that it follows. */
  follows?: string;
  reply?: string;
  withdrawReason?: string;
}

export const notices: DemoNotice[] = [
  {
    key: 'finished',
    body: 'qiaoqing',
    kind: 'SUPERVISION',
    state: 'ACCEPTED',
    sent: -60,
    title: '关于加快推进立行立改问题整改的督办通知',
    text: '你单位立行立改问题中仍有事项未按期完成。请逐项说明原因，明确完成时间和责任人，于期限前书面回复。',
    findings: [1, 2],
    reply: '两项立行立改问题已于收到通知后一周内完成，会议记录和新修订的制度已上传系统，责任人为办公室主任。',
  },
  {
    key: 'unanswered',
    body: 'qiaoqing',
    kind: 'SUPERVISION',
    state: 'SIGNED_FOR',
    sent: -30,
    title: '关于联络服务类问题整改进展的督办通知',
    text: '联络服务类问题整改进展缓慢，请报送目前进展、存在困难和下一步安排。',
    findings: [9],
  },
  {
    key: 'replied',
    body: 'qiaoqing',
    kind: 'SUPERVISION',
    state: 'REPLIED',
    sent: -13,
    title: '关于规范津补贴发放问题整改的督办通知',
    text: '请说明违规发放津补贴的清退进度，未清退部分的原因和计划完成时间。',
    findings: [28],
    reply: '应清退款项已全部缴回并取得凭证，目前正在履行销号签批程序。',
  },
  {
    key: 'waiting',
    body: 'qiaoqing',
    kind: 'GUIDANCE',
    state: 'SENT',
    sent: -2,
    title: '关于联络服务类问题整改工作的指导意见',
    text: '前次督办逾期未复。请对照整改方案重新分解任务，与民政部门建立核对机制，并在期限前书面回复。',
    findings: [9],
    follows: 'unanswered',
  },
  {
    key: 'mistaken',
    body: 'yuanlin',
    kind: 'SUPERVISION',
    state: 'WITHDRAWN',
    sent: -9,
    title: '关于工程款支付问题整改的督办通知',
    text: '请说明工程款支付问题的整改进展。',
    findings: [3],
    withdrawReason: '所列问题编号有误，另行发送。',
  },
  {
    key: 'corrected',
    body: 'yuanlin',
    kind: 'SUPERVISION',
    state: 'SENT',
    sent: -8,
    title: '关于工程管理问题整改的督办通知',
    text: '请说明工程变更审批问题的整改进展，并附已履行审批手续的项目清单。',
    findings: [6],
  },
];

/** A paper of another authority that the main body's clerk recorded. */
export const paper = {
  body: 'qiaoqing' as BodyKey,
  issuer: '澜川市纪委监委驻市文化旅游局纪检监察组',
  number: '澜文旅纪建〔2026〕5号',
  subject: '关于加强侨界青年活动经费管理的纪检监察建议书',
  issued: -20,
  recorded: -18,
};
