import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildApiSchema } from '../src/graphql/schema.ts';

const schema = buildApiSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !/^(String|Int|Float|Boolean|ID)$/.test(type.name),
);

describe('the contract', () => {
  it('is the committed one: `npx tsx emit-schema.ts` in apps/api renews it', () => {
    const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it('describes every type, field, argument and enum value', () => {
    const bare = types.flatMap((type) => {
      const missing = type.description || type.name === 'Query' || type.name === 'Mutation' ? [] : [type.name];
      if (isEnumType(type))
        missing.push(
          ...type
            .getValues()
            .filter((value) => !value.description)
            .map((value) => `${type.name}.${value.name}`),
        );
      if (isInputObjectType(type))
        missing.push(
          ...Object.values(type.getFields())
            .filter((field) => !field.description)
            .map((field) => `${type.name}.${field.name}`),
        );
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          if (!field.description) missing.push(`${type.name}.${field.name}`);
          missing.push(
            ...field.args
              .filter((argument) => !argument.description)
              .map((argument) => `${type.name}.${field.name}(${argument.name})`),
          );
        }
      return missing;
    });
    expect(bare).toEqual([]);
  });

  it('every mutation takes one input and answers a payload with userErrors', () => {
    const odd = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => {
      const payload = schema.getType(String(field.type).replace('!', ''));
      return (
        field.args.length !== 1 ||
        field.args[0]?.name !== 'input' ||
        !isObjectType(payload) ||
        payload.getFields()['userErrors'] === undefined
      );
    });
    expect(odd.map((field) => field.name)).toEqual([]);
  });

  it('no type shows a password, a hash or a stored secret', () => {
    const names = types
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const telling = names.filter((name) => /hash|password|secret/i.test(name) && !name.startsWith('Mutation.'));
    // What is shown once when it is made, and whether a password must be changed.
    expect(telling.sort()).toEqual([
      'Account.mustChangePassword',
      'AccountPayload.oneTimePassword',
      'ApiTokenPayload.secret',
      // of an entry of the audit trail, to be compared with an export
      'AuditEvent.hash',
    ]);
  });
});
