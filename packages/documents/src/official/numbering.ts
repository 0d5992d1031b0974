import { LevelFormat, LevelSuffix, type ILevelsOptions } from 'docx';
import type { ReportBlock } from '../report/blocks.ts';
import { FIRST_LINE, FONTS } from './page.ts';
import { font } from './text.ts';
import { chinese } from './plain-words.ts';

/** The lists that a document may count by. */
const LIST = { levels: 'official-levels', through: 'official-through' } as const;

/** Where a paragraph stands in a list of the document: its number is counted, its text is what follows it. */
export interface Numbered {
  reference: string;
  level: number;
  text: string;
}

const level = (at: number, format: ILevelsOptions['format'], text: string, name: string): ILevelsOptions => ({
  level: at,
  ...(format === undefined ? {} : { format }),
  text,
  suffix: LevelSuffix.NOTHING,
  style: { paragraph: { indent: { firstLine: FIRST_LINE } }, run: { font: font(name) } },
});

/** 一、 · （一） · 1. · （1） as the standard counts, and a list 1. that counts through all parts, as findings are counted. */
export const NUMBERING = [
  {
    reference: LIST.levels,
    levels: [
      level(0, LevelFormat.CHINESE_COUNTING, '%1、', FONTS.heading1),
      level(1, LevelFormat.CHINESE_COUNTING, '（%2）', FONTS.heading2),
      level(2, LevelFormat.DECIMAL, '%3.', FONTS.body),
      level(3, LevelFormat.DECIMAL, '（%4）', FONTS.body),
    ],
  },
  { reference: LIST.through, levels: [level(0, LevelFormat.DECIMAL, '%1.', FONTS.body)] },
];

const LABELS = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d{1,3}\.(?!\d)/];
const PRINTED = [(n: number) => `${chinese(n)}、`, (n: number) => `（${chinese(n)}）`, (n: number) => `${n}.`];

interface Label {
  index: number;
  level: number;
  label: string;
}

/** The numbers that are typed in front of paragraphs, by level. */
function labelsOf(blocks: readonly ReportBlock[]): Label[] {
  return blocks.flatMap(({ style, text }, index) => {
    if (style !== 'body' && !style.startsWith('heading')) return [];
    const at = LABELS.findIndex((pattern) => pattern.test(text));
    return at < 0 ? [] : [{ index, level: at, label: LABELS[at]!.exec(text)![0] }];
  });
}

/** Whether the typed numbers of a level are those that a list prints, beginning again under each higher number or not. */
function runsOn(labels: readonly Label[], wanted: number, restarts: boolean): boolean {
  let count = 0;
  return labels.every(({ level: at, label }) => {
    if (at < wanted && restarts) count = 0;
    return at !== wanted || label === PRINTED[at]!((count += 1));
  });
}

/**
 * Typed numbers that run on become numbers of the document, so that a paragraph put in counts itself. Where a level
 * skips, repeats or is written otherwise, its numbers stay as they are typed: what is printed never differs from the text.
 */
export function numbered(blocks: readonly ReportBlock[]): ReadonlyMap<number, Numbered> {
  const labels = labelsOf(blocks);
  const listOf = new Map<number, { reference: string; level: number }>();
  for (const at of LABELS.keys()) {
    const counted = labels.every((one) => one.level >= at || listOf.has(one.level));
    if (counted && runsOn(labels, at, true)) listOf.set(at, { reference: LIST.levels, level: at });
    else if (at === 2 && runsOn(labels, at, false)) listOf.set(at, { reference: LIST.through, level: 0 });
  }
  return new Map(
    labels.flatMap(({ index, level: at, label }): [number, Numbered][] => {
      const list = listOf.get(at);
      return list === undefined ? [] : [[index, { ...list, text: blocks[index]!.text.slice(label.length) }]];
    }),
  );
}
