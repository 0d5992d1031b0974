import type { NoticeFacts, NoticeKind, NoticeState } from '@closeout/domain';
import type { ComputedField } from '../../read/model.ts';

/** What the domain asks of a notice, as the read model brings it. */
export const noticeNeeds: ComputedField['needs'] = {
  bodyId: (n) => `${n}.body_id`,
  officeId: (n) => `${n}.office_id`,
  kind: (n) => `${n}.kind`,
  state: (n) => `${n}.state`,
  replyDueOn: (n) => `${n}.reply_due_on`,
  drafted: (n) => `EXISTS (SELECT 1 FROM notice_reply nd WHERE nd.notice_id = ${n}.id AND nd.sent_at IS NULL)`,
};

export const readNoticeFacts = (json: Record<string, unknown>): NoticeFacts => ({
  bodyId: json['bodyId'] as string,
  officeId: json['officeId'] as string,
  kind: json['kind'] as NoticeKind,
  state: json['state'] as NoticeState,
  replyDueOn: json['replyDueOn'] as string | null,
  drafted: json['drafted'] === true,
});
