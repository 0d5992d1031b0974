import { attribute, childrenOf, deep, named } from './xml.ts';
import type { XmlNode } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}
/** Numbering of a .docx: every list definition, and what styles refer to it. */
export interface Numbering {
  /** The label of the next paragraph of a list, counting it. */
  next(numId: string, level: number): string;
  styleNumber: Map<string, { numId: string; level: number }>;
}

/** Automatic numbers are computed as Word shows them; unknown formats fall back to digits, bullets give nothing. */
export function numberingOf(numberingXml: XmlNode[], stylesXml: XmlNode[]): Numbering {
  const abstracts = new Map(
    deep(numberingXml, 'w:abstractNum').map((node) => [attribute(node, 'w:abstractNumId'), levelsOf(node)]),
  );
  const lists = new Map<string, { abstract: string; levels: Map<number, Level> }>();
  for (const num of deep(numberingXml, 'w:num')) {
    const abstract = attribute(named(childrenOf(num), 'w:abstractNumId'), 'w:val');
    const levels = new Map(abstracts.get(abstract) ?? []);
    for (const change of childrenOf(num).filter((node) => 'w:lvlOverride' in node)) override(levels, change);
    lists.set(attribute(num, 'w:numId'), { abstract, levels });
  }
  const counters = new Map<string, number[]>();
  const next = (numId: string, level: number): string => {
    const list = lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const restarts = [...list.levels.values()].some((l) => l.start !== 1) ? numId : list.abstract;
    const counts = counters.get(restarts) ?? [];
    counters.set(restarts, counts);
    for (let i = 0; i < level; i += 1) counts[i] ??= list.levels.get(i)?.start ?? 1;
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      return formatted(counts[i] ?? 1, i === level ? own.format : (list.levels.get(i)?.format ?? 'decimal'));
    });
  };
  return { next, styleNumber: styleNumbers(stylesXml) };
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  const levels = childrenOf(abstract).filter((node) => 'w:lvl' in node);
  return new Map(levels.map((node) => [Number(attribute(node, 'w:ilvl')), levelOf(node)]));
}

function levelOf(node: XmlNode): Level {
  const inside = childrenOf(node);
  return {
    start: Number(attribute(named(inside, 'w:start'), 'w:val') || '1'),
    format: attribute(named(inside, 'w:numFmt'), 'w:val') || 'decimal',
    text: attribute(named(inside, 'w:lvlText'), 'w:val'),
  };
}

function override(levels: Map<number, Level>, change: XmlNode): void {
  const index = Number(attribute(change, 'w:ilvl'));
  const whole = named(childrenOf(change), 'w:lvl');
  const start = attribute(named(childrenOf(change), 'w:startOverride'), 'w:val');
  const before = whole ? levelOf(whole) : levels.get(index);
  if (before) levels.set(index, { ...before, start: start ? Number(start) : before.start });
}

function styleNumbers(styles: XmlNode[]): Numbering['styleNumber'] {
  const result: Numbering['styleNumber'] = new Map();
  for (const style of deep(styles, 'w:style')) {
    const numPr = deep(childrenOf(style), 'w:numPr')[0];
    const numId = numPr ? attribute(named(childrenOf(numPr), 'w:numId'), 'w:val') : '';
    if (numPr && numId)
      result.set(attribute(style, 'w:styleId'), {
        numId,
        level: Number(attribute(named(childrenOf(numPr), 'w:ilvl'), 'w:val') || '0'),
      });
  }
  return result;
}

const CN = '零一二三四五六七八九';
function formatted(value: number, format: string): string {
  if (/^(?:chinese|ideographTraditional|taiwanese|japaneseCounting|ideographDigital)/iu.test(format))
    return chinese(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
  if (format === 'decimalFullWidth' || format === 'decimalFullWidth2')
    return [...String(value)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('');
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCodePoint(64 + ((value - 1) % 26) + 1);
    return format === 'upperLetter' ? letter : letter.toLowerCase();
  }
  return String(value);
}

/** 1 to 99 in Chinese numerals; larger numbers in digits. */
export function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${CN[tens] ?? ''}十`}${ones === 0 ? '' : (CN[ones] ?? '')}`;
}
