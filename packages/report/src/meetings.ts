import {
  MEETING_STRONG_NOUNS,
  MEETING_STUDIES,
  MEETING_SUBJECTS,
  MEETING_SUBJECT_VERBS,
  MEETING_VERBS,
  MEETING_WEAK_NEGATIVE,
  MEETING_WEAK_VERBS,
  NOT_MEETINGS,
} from './lexicon.ts';
import { anyOf, sentencesOf } from './text.ts';
import { titlesIn } from './documents.ts';

export interface MeetingHit {
  /** The words that name the meeting. */
  noun: [number, number];
  /** The clause that holds it: its quote starts at the date or here. */
  clause: [number, number];
  sentence: [number, number];
  type: string;
}

const HELD = new RegExp(`(?:${anyOf(MEETING_VERBS)})了?`, 'gu');
const WEAK = new RegExp(`(?:${anyOf(MEETING_WEAK_VERBS)})了?`, 'u');
const WEAK_NO = new RegExp(`(?:${anyOf(MEETING_WEAK_NEGATIVE)})了?`, 'u');
const STRONG = new RegExp(anyOf(MEETING_STRONG_NOUNS), 'gu');
const SUBJECT = new RegExp(`(${anyOf(MEETING_SUBJECTS)})(?=(?:${anyOf(MEETING_SUBJECT_VERBS)}))`, 'gu');
const NOT_AT_ALL = new RegExp(`(?:${anyOf(NOT_MEETINGS)})$`, 'u');
const AT_MEETING = /(?:在|于)([^,。;]{0,40}?(?:会议|会))(?:暨[^,。;]{0,20}?)?上/gu;
const TALKED = /座谈(?!会)/gu;
const NOT_HELD = /(?:未|没有|未能|拟|计划|准备|将)$/u;

/** Meetings that were held in a stretch, each once, in order. */
export function meetingsIn(view: string, start: number, end: number): MeetingHit[] {
  const masked = mask(view, start, end);
  const hits: MeetingHit[] = [];
  const add = (from: number, to: number, clause: [number, number], sentence: [number, number]): void => {
    if (hits.some((hit) => from < hit.noun[1] && hit.noun[0] < to)) return;
    hits.push({ noun: [from, to], clause, sentence, type: typeOf(masked.slice(from - start, to - start)) });
  };
  for (const s of sentencesOf(view, start, end)) {
    const sentence: [number, number] = [s.start, s.end];
    for (const c of sentencesOf(masked, s.start - start, s.end - start, ',。;:')) {
      const clause: [number, number] = [c.start + start, c.end + start];
      for (const [a, b] of inClause(masked.slice(c.start, c.end))) add(clause[0] + a, clause[0] + b, clause, sentence);
    }
  }
  return hits.filter((_, i) => !isEcho(hits, i, view)).sort((a, b) => a.noun[0] - b.noun[0]);
}

/** Titles become blanks: a 会 inside 《…》 is no meeting. */
function mask(view: string, start: number, end: number): string {
  let text = view.slice(start, end);
  for (const [a, b] of titlesIn(view, start, end))
    text = text.slice(0, a - start) + '□'.repeat(b - a) + text.slice(b - start);
  return text;
}

function inClause(clause: string): [number, number][] {
  const found: [number, number][] = [];
  for (const m of clause.matchAll(HELD)) {
    if (NOT_HELD.test(clause.slice(0, m.index))) continue;
    const from = m.index + m[0].length;
    for (const piece of clause
      .slice(from)
      .split(/(?<=会议?)[、和及](?=[^、和及]*会)/u)
      .reduce<[number, string][]>(offsets, [])) {
      const noun = nounIn(piece[1]);
      if (noun) found.push([from + piece[0] + noun[0], from + piece[0] + noun[1]]);
    }
  }
  for (const m of clause.matchAll(AT_MEETING)) {
    const noun = nounIn(m[1] as string);
    if (noun && noun[1] - noun[0] > 1) found.push([m.index + 1 + noun[0], m.index + 1 + noun[1]]);
  }
  for (const m of clause.matchAll(SUBJECT)) found.push([m.index, m.index + m[0].length]);
  for (const m of clause.matchAll(STRONG)) {
    const before = clause.slice(0, m.index);
    if (WEAK.test(before) && !WEAK_NO.test(before) && !/未|没有/u.test(before))
      found.push([m.index, m.index + m[0].length]);
  }
  for (const m of clause.matchAll(TALKED))
    if (/(?:进行|开展|[名家位人]|专家|代表|干部|群众)了?$/u.test(clause.slice(0, m.index)))
      found.push([m.index, m.index + 2]);
  return found;
}

function offsets(list: [number, string][], piece: string): [number, string][] {
  const last = list.at(-1);
  return [...list, [last ? last[0] + last[1].length + 1 : 0, piece]];
}

/** The first words of a clause that name a meeting: …会议, …会 that is no body, or a study session of the 中心组. */
function nounIn(text: string): [number, number] | null {
  for (const m of text.matchAll(/会议?/gu)) {
    const to = m.index + m[0].length;
    const name = text.slice(0, to);
    const last = text[m.index - 1];
    if (last === undefined || !/[\p{Script=Han})”’\d]/u.test(last)) continue;
    if (m[0] === '会' && (NOT_AT_ALL.test(name) || /^[后前计场员商同]/u.test(text.slice(to)))) continue;
    if (counted(text, m.index, to)) return null;
    return [nameStart(text, m.index), to];
  }
  const board = /(?:理事会|董事会|监事会|常委会|委员会)/u.exec(text);
  if (board && board.index + board[0].length >= text.length - 1) return [board.index, board.index + board[0].length];
  if (!MEETING_STUDIES.some((word) => text.includes(word))) return null;
  const study = /(?:学习|研讨)/gu;
  const from = text.search(new RegExp(anyOf(MEETING_STUDIES), 'u'));
  study.lastIndex = from;
  const m = study.exec(text);
  return m ? [from, m.index + m[0].length] : null;
}

/** 党组会6次: a count, not an event. */
function counted(text: string, at: number, to: number): boolean {
  return /^\s*(?:共|累计)?\d+\s*(?:次|场|余次)/u.test(text.slice(to)) && !/[月日]/u.test(text.slice(0, at));
}

/** The name without the organ and the year in front of it, at most 14 characters. */
function nameStart(text: string, at: number): number {
  const cut = Math.max(...['的', '了', '年', '□', '》', '、'].map((c) => text.lastIndexOf(c, at - 1) + 1));
  return Math.max(cut < at ? cut : 0, at - 14, 0);
}

function typeOf(name: string): string {
  const known =
    /(?:民主生活会|组织生活会|理论学习中心组.*|中心组.*|(?:专题)?党[组委]\(?(?:扩大)?\)?会议?|.{0,4}(?:办公会议?|例会|座谈会|推进会|调度会|现场会|大会|专题会议?|支委会|联席会议?))$/u.exec(
      name,
    );
  return (known?.[0] ?? name).replace(/^(?:召开|了)/u, '');
}

/** A later bare mention of the same meeting in the same measure (…,支委会讨论…) is an echo. */
function isEcho(hits: readonly MeetingHit[], index: number, view: string): boolean {
  const hit = hits[index] as MeetingHit;
  const name = view.slice(...hit.noun);
  return hits
    .slice(0, index)
    .some(
      (other) =>
        view.slice(...other.noun).endsWith(name) &&
        other.sentence[0] === hit.sentence[0] &&
        other.clause[0] !== hit.clause[0] &&
        !/\d+月/u.test(view.slice(other.clause[1], hit.noun[0])) &&
        !/再次|又/u.test(view.slice(other.clause[1], hit.noun[0])),
    );
}
