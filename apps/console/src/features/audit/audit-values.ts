import type { TFunction } from 'i18next';
import { dateTime } from '../../format.ts';
import type { zh } from '../../i18n/zh.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CODED: Readonly<Record<string, keyof typeof zh.vocabulary>> = {
  role: 'role',
  kind: 'bodyKind',
  level: 'inspectionLevel',
  type: 'inspectionType',
};

/** One value of an event in words: codes by their names, ids shortened, nothing invented. */
export function valueWords(t: TFunction, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (Array.isArray(value)) return value.map((one) => valueWords(t, field, one)).join('、') || '—';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${fieldWords(t, key)} ${valueWords(t, key, one)}`)
      .join(',');
  const text = String(value);
  if (UUID.test(text)) return `…${text.slice(-6)}`;
  if (INSTANT.test(text)) return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : dateTime(text);
  const group = CODED[field];
  if (group) return t(`vocabulary.${group}.${text}` as never, { defaultValue: text } as never) as unknown as string;
  if (field === 'classes')
    return t(`vocabulary.fieldClass.${text}` as never, { defaultValue: text } as never) as unknown as string;
  return text;
}

/** The name of a field on paper; one without a word keeps the API's name. */
export function fieldWords(t: TFunction, field: string): string {
  return t([`audit.field.${field}`, `fields.${field}`] as never, { defaultValue: field } as never) as unknown as string;
}

export type Change = { field: string; before: unknown; after: unknown };

/** What changed, field by field; a field that was written but stayed the same is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, next] = [before, after].map((one) =>
    typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : {},
  );
  const fields = [...new Set([...Object.keys(old!), ...Object.keys(next!)])];
  return fields
    .map((field) => ({ field, before: old![field], after: next![field] }))
    .filter((change) => JSON.stringify(change.before ?? null) !== JSON.stringify(change.after ?? null));
}
