import { TALKS, TALKS_AFTER_VERB, TALK_NEGATIONS } from './lexicon.ts';
import { anyOf, depths, sentencesOf } from './text.ts';
import { titlesIn } from './documents.ts';

export interface TalkHit {
  start: number;
  end: number;
  type: string;
  /** Start of the sentence: a date before the talk dates it. */
  sentence: number;
}

const TALK = new RegExp(
  `(?:${anyOf(TALKS)})|(?<=(?:进行|予以|给予|开展)了?(?:集体|及时)?)(?:${anyOf(TALKS_AFTER_VERB)})(?!教育|帮助|[一二三四五六七八九十\\d]|和自我|与自我)`,
  'gu',
);
const NEGATED = new RegExp(`(?:${anyOf(TALK_NEGATIONS)})[^,。;]{0,4}$`, 'u');

/** 拟对…进行约谈: an intention opens its clause. */
const INTENDED = /(?:^|[,:])(?:[一二三四五六七八九十]+是)?(?:拟(?![制定订])|计划|准备)[^,。;]*$/u;

/** Talks that were held; names of rules about talks and intentions are left out. */
export function talksIn(view: string, start: number, end: number): TalkHit[] {
  const titles = titlesIn(view, start, end);
  const depth = depths(view, start, end);
  return sentencesOf(view, start, end).flatMap((s) =>
    [...view.slice(s.start, s.end).matchAll(TALK)]
      .map((m) => ({ start: s.start + m.index, end: s.start + m.index + m[0].length, type: m[0], sentence: s.start }))
      .filter(
        (hit) => (depth[hit.start - start] ?? 0) === 0 && !titles.some(([a, b]) => a <= hit.start && hit.end <= b),
      )
      .filter((hit) => !NEGATED.test(view.slice(s.start, hit.start)) && !INTENDED.test(view.slice(s.start, hit.start)))
      .filter(
        (hit) => !/^(?:制度|办法|机制|记录|情况|工作制度|室|对象|人数|函|比例)/u.test(view.slice(hit.end, hit.end + 4)),
      ),
  );
}
