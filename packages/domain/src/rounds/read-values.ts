import { DomainError } from '../errors.ts';

export const refuse = (field: string, message: string): never => {
  throw new DomainError({ code: 'INVALID', rule: 'rounds.settings', field, message });
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function onlyKeys(value: Record<string, unknown>, known: readonly string[], field: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) refuse(field, `${field} has no setting named ${unknown}; known are ${known.join(', ')}`);
}

export function whole(value: unknown, fallback: number, field: string, from: number, to: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
    return refuse(field, `${field} must be a whole number from ${from} to ${to}`);
  return value;
}

export function oneOf<T extends string>(
  value: unknown,
  fallback: T,
  known: readonly T[],
  field: string,
  of = field,
): T {
  if (value === undefined) return fallback;
  return known.find((one) => one === value) ?? refuse(of, `${field} must be one of ${known.join(', ')}`);
}

export function someOf<T extends string>(
  value: unknown,
  fallback: T[],
  known: readonly T[],
  field: string,
  of = 'warnings',
): T[] {
  if (value === undefined) return fallback;
  if (!Array.isArray(value)) return refuse(of, `${field} must be a list`);
  return [...new Set(value.map((one: unknown) => oneOf(one, known[0]!, known, field, of)))];
}
