import { numberIn } from './number-formats.ts';
import { at, attribute, childrenOf, deep, isOn, named } from './xml.ts';
import type { XmlNode } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** 1.1 even where the level above is counted in Chinese. */
  legal: boolean;
  /** Counts on whatever comes above it (w:lvlRestart 0). */
  runsOn: boolean;
}
interface List {
  abstract: string;
  levels: Map<number, Level>;
  /** Where this list, when it is first used, begins anew. */
  anew: Map<number, number>;
}
interface StyleNumber {
  numId: string;
  level: number;
}

/** Numbering of a .docx: every list definition, and what styles refer to it. */
export interface Numbering {
  /** The label of the next paragraph of a list, counting it. */
  next(numId: string, level: number): string;
  ofStyle(styleId: string): StyleNumber | undefined;
}

/** Automatic numbers are computed as Word shows them; unknown formats fall back to digits, bullets give nothing. */
export function numberingOf(numberingXml: XmlNode[], stylesXml: XmlNode[]): Numbering {
  const styles = styleNumbers(stylesXml);
  const lists = listsOf(numberingXml, styles);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  const next = (numId: string, level: number): string => {
    const list = lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    for (let i = 0; i < level; i += 1) counts[i] ??= list.levels.get(i)?.start ?? 1;
    const anew = begun.has(`${numId}/${level}`) ? undefined : list.anew.get(level);
    begun.add(`${numId}/${level}`);
    counts[level] = anew ?? (counts[level] === undefined ? own.start : counts[level] + 1);
    for (let i = level + 1; i < counts.length; i += 1) if (!list.levels.get(i)?.runsOn) delete counts[i];
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      const format = i === level ? own.format : (list.levels.get(i)?.format ?? 'decimal');
      return numberIn(own.legal ? 'decimal' : format, counts[i] ?? 1);
    });
  };
  const ofStyle = (styleId: string): StyleNumber | undefined => {
    const found = styles.get(styleId);
    if (!found || found.level >= 0) return found;
    const linked = deep(numberingXml, 'w:lvl').find((lvl) => attribute(at(lvl, 'w:pStyle'), 'w:val') === styleId);
    return { ...found, level: Number(attribute(linked, 'w:ilvl') || '0') };
  };
  return { next, ofStyle };
}

function listsOf(numberingXml: XmlNode[], styles: ReadonlyMap<string, StyleNumber>): Map<string, List> {
  const abstracts = new Map(
    deep(numberingXml, 'w:abstractNum').map((node) => [attribute(node, 'w:abstractNumId'), node]),
  );
  const nums = new Map(deep(numberingXml, 'w:num').map((node) => [attribute(node, 'w:numId'), node]));
  const abstractOf = (num: XmlNode | undefined): string => attribute(at(num, 'w:abstractNumId'), 'w:val');
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    let abstract = abstractOf(num);
    const link = attribute(at(abstracts.get(abstract), 'w:numStyleLink'), 'w:val');
    if (link) abstract = abstractOf(nums.get(styles.get(link)?.numId ?? '')) || abstract;
    const list: List = { abstract, levels: levelsOf(abstracts.get(abstract)), anew: new Map() };
    for (const change of childrenOf(num).filter((node) => 'w:lvlOverride' in node)) override(list, change);
    lists.set(numId, list);
  }
  return lists;
}

const levelsOf = (abstract: XmlNode | undefined): Map<number, Level> =>
  new Map(
    childrenOf(abstract)
      .filter((node) => 'w:lvl' in node)
      .map((node) => [Number(attribute(node, 'w:ilvl')), levelOf(node)]),
  );

function levelOf(node: XmlNode): Level {
  const value = (tag: string): string => attribute(at(node, tag), 'w:val');
  return {
    start: Number(value('w:start') || '1'),
    format:
      value('w:numFmt') || attribute(at(node, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt'), 'w:val') || 'decimal',
    text: value('w:lvlText'),
    legal: isOn(node, 'w:isLgl'),
    runsOn: value('w:lvlRestart') === '0',
  };
}

function override(list: List, change: XmlNode): void {
  const index = Number(attribute(change, 'w:ilvl'));
  const whole = named(childrenOf(change), 'w:lvl');
  const start = attribute(at(change, 'w:startOverride'), 'w:val');
  if (whole) list.levels.set(index, levelOf(whole));
  if (start || whole) list.anew.set(index, Number(start || (list.levels.get(index)?.start ?? 1)));
}

/** The list of each style, its own or that of the style it is based on; level -1: the one that names the style. */
function styleNumbers(styles: XmlNode[]): Map<string, StyleNumber> {
  const all = new Map(deep(styles, 'w:style').map((style) => [attribute(style, 'w:styleId'), style]));
  const result = new Map<string, StyleNumber>();
  for (const id of all.keys()) {
    let style = all.get(id);
    for (let steps = 0; style && steps < 20; steps += 1) {
      const numPr = at(style, 'w:pPr', 'w:numPr');
      const numId = attribute(at(numPr, 'w:numId'), 'w:val');
      if (numId) {
        result.set(id, { numId, level: Number(attribute(at(numPr, 'w:ilvl'), 'w:val') || '-1') });
        break;
      }
      style = all.get(attribute(at(style, 'w:basedOn'), 'w:val'));
    }
  }
  return result;
}
