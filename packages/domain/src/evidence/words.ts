import type { EvidenceKind, MeetingType, PrescribedStepCode, RecoveryKind } from '../vocabulary.ts';

/** Kinds, types, measures and steps as papers and tables print them. */
export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, string> = {
  MEETING: '会议',
  DOCUMENT: '文件',
  TALK: '谈话',
  TRAINING: '培训',
  SITE_VISIT: '走访调研',
  INSPECTION: '检查',
  LATERAL_REVIEW: '举一反三',
  SELF_CRITICISM: '对照检查',
  ORDERED_CHECK: '责令检查',
  REFUND: '清退',
  FILE: '其他材料',
};

export const MEETING_TYPE_WORDS: Record<MeetingType, string> = {
  PARTY_GROUP: '党组（党委）会',
  EXECUTIVE: '办公会',
  DEMOCRATIC_LIFE: '民主生活会',
  ORG_LIFE: '组织生活会',
  STUDY_GROUP: '理论学习中心组学习',
  BRANCH: '支部会议',
  LEADING_GROUP: '领导小组会',
  PROGRESS_REVIEW: '调度推进会',
  SYMPOSIUM: '座谈会',
  OTHER: '其他会议',
};

export const RECOVERY_KIND_WORDS: Record<RecoveryKind, string> = {
  REFUND: '清退',
  RECOVERED: '追缴',
  BACK_PAYMENT: '补缴',
  DUES_BACK_PAYMENT: '党费补缴',
  TREASURY: '上缴财政',
  RETRIEVED: '追回',
  LOSS_RECOVERED: '挽回经济损失',
};

/** 规定动作 */
export const PRESCRIBED_STEP_WORDS: Record<PrescribedStepCode, string> = {
  FEEDBACK_MEETING: '反馈会',
  PARTY_GROUP_STUDY: '党组会研究',
  LEADING_GROUP: '成立领导小组',
  PLAN_REVIEW: '方案报审',
  DEMOCRATIC_LIFE: '专题民主生活会',
  CONCENTRATED: '集中整改',
  FINAL_REPORT: '整改报告',
  PUBLICATION: '整改公开',
  ASSESSMENT: '评估',
};
