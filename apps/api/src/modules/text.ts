import { demandText, invalid, LIMITS } from '@closeout/domain';

/** A required text: trimmed, not empty, within its limit; the refusal names the field. */
export function requireText(value: string | null | undefined, field: string, limit: number = LIMITS.text): string {
  const text = (value ?? '').trim();
  if (text === '') throw invalid(field, 'input.required', `${field} is required`);
  return demandText(text, field, limit);
}

/** An optional text: undefined stays (unchanged), empty and null clear, the rest is trimmed and bounded. */
export function optionalText(
  value: string | null | undefined,
  field: string,
  limit: number = LIMITS.text,
): string | null | undefined {
  if (value === undefined) return undefined;
  const text = (value ?? '').trim();
  return text === '' ? null : demandText(text, field, limit);
}

/** The first sentence of a finding's text: its title when none is given. */
export const firstSentence = (text: string): string =>
  (text.split(/[。!?！？\n]/u)[0] ?? text).trim().slice(0, LIMITS.title);
