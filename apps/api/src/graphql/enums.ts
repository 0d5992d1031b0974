import { registerEnumType } from 'type-graphql';

/** Registers a list of codes of packages/domain as a GraphQL enum; every value must be described. */
export function enumOf<T extends string>(
  name: string,
  description: string,
  codes: readonly T[],
  words: Record<T, string>,
): Record<T, T> {
  const values = Object.fromEntries(codes.map((code) => [code, code])) as Record<T, T>;
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: words[code] }])) as never,
  });
  return values;
}
