import type { TFunction } from 'i18next';
import { dateTime } from '../format.ts';
import { missingWords, type MissingItem } from './missing.ts';

/** A refusal as the API sends it with every mutation's payload; select it with the fragment `UserErrors_fields`. */
export type UserError = {
  code: string;
  rule: string;
  /** English, for logs: the reader gets `refusalWords`. */
  message: string;
  field?: string | null;
  missing?: readonly MissingItem[] | null;
  params?: unknown;
};

/** `input.points.0.outcome` and `points.0.outcome` mean the same field of a form. */
const normal = (field: string) => field.replace(/^input\./, '');

const paramsOf = (error: UserError): Record<string, string | number> =>
  typeof error.params === 'object' && error.params !== null ? (error.params as Record<string, string | number>) : {};

/** The refusal in the reader's words: by its rule where there are words for it, else by its code. */
export function refusalWords(t: TFunction, error: UserError): string {
  const keys = [`refusals.rule.${error.rule.replace('.', '_')}`, `refusals.code.${error.code}`];
  const words = t(keys as never, { ...paramsOf(error), defaultValue: '' } as never) as unknown as string;
  return words || error.message;
}

/** Words by form field: the first refusal of each. */
export function fieldErrors(t: TFunction, errors: readonly UserError[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const error of errors) {
    if (error.field && error.code !== 'CONFLICT') found[normal(error.field)] ??= refusalWords(t, error);
  }
  return found;
}

/** Refusals that belong to no field the form shows: they go above its buttons. */
export function generalErrors(errors: readonly UserError[], shownFields: readonly string[]): UserError[] {
  return errors.filter(
    (error) => error.code !== 'CONFLICT' && !(error.field && shownFields.includes(normal(error.field))),
  );
}

/** What is still missing, over all refusals, in words. */
export function missingOf(t: TFunction, errors: readonly UserError[]): string[] {
  return [...new Set(errors.flatMap((error) => error.missing ?? []).map((item) => missingWords(t, item)))];
}

export type Conflict = {
  by: string | null;
  /** `2024-06-18 09:30` */
  at: string | null;
  /** Names of the API fields that were changed. */
  what: readonly string[];
  /** The version to send next time. */
  version: number | null;
};

/** Who changed what since the form was opened; `null` unless the server answered CONFLICT. */
export function conflictOf(errors: readonly UserError[]): Conflict | null {
  const error = errors.find((each) => each.code === 'CONFLICT');
  if (!error) return null;
  const { by, at, what, version } = paramsOf(error);
  return {
    by: by ? String(by) : null,
    at: at ? dateTime(String(at)) : null,
    what: what ? String(what).split(',') : [],
    version: typeof version === 'number' ? version : null,
  };
}
