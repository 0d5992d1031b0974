import { allOf, type Found } from './view.ts';

/** Somebody whom the directory knows, with the post that may stand for the name. */
export interface KnownName {
  name: string;
  post?: string | null;
}

const COMPOUND = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 司空 南宫 端木 百里 呼延 轩辕 独孤 西门'.split(
    ' ',
  ),
);
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤';
/** 对陈玉玚同志: a surname and one or two characters before 同志; 负责同志 and 任职同志 are none. */
const ADDRESSED = new RegExp(`[${SURNAMES}](?![职务何])[\\u3400-\\u9fff]{1,2}(?= ?(?:同志|先生(?!产)|女士))`, 'gu');
/** Masked already. */
const MASKED = /某/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as it may be spaced: 陈 玚, 买买提·吐尔逊. */
const spaced = (name: string): string => [...name.replace(/[ \-·•・‧]/g, '')].map(escaped).join('[ -]{0,2}');

/** One pattern for a whole directory, the longest names first; made once for the many passages of a text. */
const patterns = new WeakMap<readonly KnownName[], RegExp | null>();

function patternOf(directory: readonly KnownName[]): RegExp | null {
  const made = patterns.get(directory);
  if (made !== undefined) return made;
  const known = [...new Set(directory.map(({ name }) => name.trim()))]
    .filter((name) => [...name].length >= 2 && !MASKED.test(name))
    .toSorted((a, b) => b.length - a.length);
  const pattern = known.length === 0 ? null : new RegExp(known.map(spaced).join('|'), 'gu');
  patterns.set(directory, pattern);
  return pattern;
}

/** Names of the directory in the text, and names that are addressed as comrades. */
export function namesIn(view: string, directory: readonly KnownName[]): Found[] {
  const pattern = patternOf(directory);
  const listed = pattern === null ? [] : allOf(view, pattern);
  const addressed = allOf(view, ADDRESSED).filter(({ start, end }) => !MASKED.test(view.slice(start, end)));
  return [...listed, ...addressed];
}

/** 陈某某; 欧阳某; of a name with a dot only its first part's first character stays. */
export function maskedName(name: string): string {
  const plain = [...name.replace(/[ \-·•・‧]/g, '')];
  const surname = COMPOUND.has(plain.slice(0, 2).join('')) && plain.length > 2 ? 2 : 1;
  return `${plain.slice(0, surname).join('')}${'某'.repeat(Math.min(2, plain.length - surname))}`;
}

const same = (a: string, b: string): boolean => a.replace(/[ \-·•・‧]/g, '') === b.replace(/[ \-·•・‧]/g, '');

/** The posts that may stand for a name. */
export const postsOf = (name: string, directory: readonly KnownName[]): string[] => [
  ...new Set(directory.flatMap((one) => (same(one.name, name) && one.post ? [one.post] : []))),
];
