import type { NoticeKind, NoticeState } from '../../gql/graphql.ts';

export const NOTICE_KINDS = [
  'SUPERVISION',
  'GUIDANCE',
  'REMINDER',
  'ADMONITION',
  'HANDOVER',
] as const satisfies readonly NoticeKind[];
export const NOTICE_STATES = [
  'SENT',
  'SIGNED_FOR',
  'REPLIED',
  'ACCEPTED',
  'WITHDRAWN',
] as const satisfies readonly NoticeState[];

export type NoticesSearch = { inspection?: string; kind?: NoticeKind; state?: NoticeState; overdue?: true };

/** 督办通知 in the URL: to whom, which step, where they stand, or only what is overdue. */
export function validateNoticesSearch(raw: Record<string, unknown>): NoticesSearch {
  const kind = NOTICE_KINDS.find((one) => one === raw.kind);
  const state = NOTICE_STATES.find((one) => one === raw.state);
  return {
    ...(typeof raw.inspection === 'string' && raw.inspection.startsWith('ins_') ? { inspection: raw.inspection } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(raw.overdue === true || raw.overdue === 'true' ? { overdue: true as const } : {}),
  };
}
