import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import type { TemplateValues } from './values.ts';
import { clean } from '../official/plain-words.ts';

/** A value line by line, each of what XML can hold. */
const lines = (value: string): string =>
  value
    .split(/\r\n?|\n/)
    .map(clean)
    .join('\n');

/** Only what a scope itself holds: no name reaches anything that JavaScript inherits, and nothing is evaluated. */
const parser = (tag: string) => ({
  get(scope: unknown): unknown {
    if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, tag)) return undefined;
    const value = (scope as TemplateValues)[tag];
    return typeof value === 'string' ? lines(value) : value;
  },
});

/**
 * A template taken apart; throws where its braces do not fit together. Values become text alone: the library writes them
 * into text elements, escaped, and no other kind of tag gets a value.
 */
export const compiled = (bytes: Uint8Array, modules: DXT.Module[] = []): Docxtemplater =>
  new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    parser,
    nullGetter: () => '',
    syntax: { changeDelimiterPrefix: null },
    errorLogging: false,
    modules,
  });

/** The template with the values in their places; every list once for each of its items. The template has been checked. */
export function fillTemplate(bytes: Uint8Array, values: TemplateValues): Uint8Array {
  const filled = compiled(bytes).render(values);
  return filled.toUint8Array();
}
