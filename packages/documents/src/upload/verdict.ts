import type { MessageCode, MessageParams } from '../messages.ts';
import type { UploadExtension } from './media-types.ts';

/** Why a file is refused. */
export interface Refusal {
  code: MessageCode;
  params: MessageParams;
}

/** What a content check found: the real type, or why the file is refused. */
export type ContentVerdict = { type: UploadExtension } | Refusal;

/** A refusal. */
export function refuse(code: MessageCode, params: MessageParams = {}): Refusal {
  return { code, params };
}

/** Whether a verdict is a refusal. */
export function isRefusal(verdict: ContentVerdict | Refusal | null): verdict is Refusal {
  return verdict !== null && 'code' in verdict;
}
