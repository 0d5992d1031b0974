import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { zh } from './zh.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../api/schema.graphql'), 'utf8'));

/** Read by programs, parts of another worded enum, or worded elsewhere: `TransitionReason` in refusals.transition. */
const WITHOUT_WORDS =
  /Order|^Capability$|^ChangedType$|^ErrorCode$|^MissingCode$|^TransitionReason$|^FieldClass$|^OtherEvidenceKind$|^ProgressState$|^ViewerKind$/;

const enums = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter((type) => !type.name.startsWith('__'));
const worded = enums.filter((type) => !WITHOUT_WORDS.test(type.name));
const valuesOf = (name: string) =>
  enums
    .find((type) => type.name === name)
    ?.getValues()
    .map((value) => value.name)
    .sort();

describe('the words of the API’s codes', () => {
  it('reads the committed SDL', () => {
    expect(worded.length).toBeGreaterThan(20);
  });

  it.each(worded.map((type) => type.name))('cover %s', (name) => {
    const key = (name[0]!.toLowerCase() + name.slice(1)) as keyof typeof zh.vocabulary;
    expect(Object.keys(zh.vocabulary[key] ?? {})).toEqual(expect.arrayContaining(valuesOf(name)!));
  });

  it('cover every refusal, every missing thing and every reason', () => {
    expect(Object.keys(zh.refusals.code).sort()).toEqual(valuesOf('ErrorCode'));
    expect(Object.keys(zh.refusals.missing).sort()).toEqual(valuesOf('MissingCode'));
    expect(Object.keys(zh.refusals.transition).sort()).toEqual(valuesOf('TransitionReason'));
  });
});
