import { STATUS_FILLERS, STATUS_WORDS } from './lexicon.ts';
import { anyOf, plain, sentencesOf } from './text.ts';
import type { FindingStatus, ResultWords, Span } from './types.ts';

const FILLERS = new RegExp(anyOf(STATUS_FILLERS), 'gu');

/** Reads results with the words of the table and those that one inspection states its results in. */
export interface ResultReader {
  statusOf(resultText: string | null): FindingStatus;
  isStatusSentence(sentence: string): boolean;
  labelledStatus(content: string): FindingStatus;
  resultAtEnd(view: string, start: number, end: number): ResultHit | null;
  resultClause(view: string, start: number, end: number): ResultHit | null;
  resultInFront(view: string, start: number, end: number): ResultHit | null;
}

/** A result found at one end of a stretch, with the stretch around it that belongs to it (brackets, full stop). */
export interface ResultHit {
  text: Span;
  whole: Span;
  position: 'FIRST_SENTENCE' | 'LAST_SENTENCE' | 'PARENTHESES';
}

const IN_BRACKETS = /[(【[]([^()【】[\]\n]{2,40})[)】\]]\s*[。;]?\s*$/u;

interface OwnWord {
  status: FindingStatus;
  word: string;
}

/** A reader for one report. `own`: what the inspection calls a result; where it differs from the table, it decides. */
export function resultReader(own: ResultWords = {}): ResultReader {
  const words = ownWords(own);
  const tests = STATUS_WORDS.map((row) => ({ status: row.status, form: new RegExp(anyOf(row.words), 'u') }));
  const all = [...STATUS_WORDS.flatMap((row) => row.words), ...words.map(({ word }) => word)];
  const every = new RegExp(anyOf(all), 'gu');
  /** Words that state a result wherever they stand in a short text; 完成 alone may complete anything. */
  const strong = new RegExp(
    anyOf(all.filter((word) => word.length >= 4 || words.some((one) => one.word === word))),
    'u',
  );

  /**
   * The status that a printed result claims: by the inspection's own words, then by the rows of the table in their order: 未完成
   * before 完成, 阶段性完成 before 完成, and 已完成,长期坚持 is COMPLETED with a tail. Nothing recognised is UNKNOWN.
   */
  const statusOf = (resultText: string | null): FindingStatus => {
    if (!resultText) return 'UNKNOWN';
    const said = plain(resultText);
    const mine = words.find(({ word }) => standsAlone(said, word, every));
    if (mine) return mine.status;
    const text = said.replace(/边改边犯|(?<!已)立行立改(?!到位)|完成(?:率|度|时限|时间|情况|进度)/gu, '');
    for (const { status, form } of tests) if (form.test(text)) return status;
    return 'UNKNOWN';
  };

  /** True when a sentence says a result and nothing else: 该问题已完成整改。 but not 三是完成整改方案。 */
  const isStatusSentence = (sentence: string): boolean => {
    const text = plain(sentence)
      .replace(/[,。;:、!()]/gu, '')
      .replace(/(20\d\d年)?\d{1,2}月(\d{1,2}日)?(前|底)?/gu, '');
    if (text.length === 0 || text.length > 30 || statusOf(sentence) === 'UNKNOWN') return false;
    const left = text
      .replace(every, '')
      .replace(FILLERS, '')
      .replace(/\d+[个项条类]/gu, '');
    return left === '' || /^[后等,]$/u.test(left);
  };

  /**
   * The status of the text behind a result label. Such a text may be prose about effects (整改成效:制度更加健全。):
   * only clauses that say a result and nothing else count, so 完成率 or 完善 never become COMPLETED.
   */
  const labelledStatus = (content: string): FindingStatus => {
    if (isStatusSentence(content)) return statusOf(content);
    const clauses = content.split(/[,，。;；:：、\n]/u).filter((clause) => isStatusSentence(clause));
    const said = statusOf(clauses.join(','));
    if (said !== 'UNKNOWN' || plain(content).length > 24) return said;
    return strong.test(plain(content)) ? statusOf(content) : said;
  };

  return { statusOf, isStatusSentence, labelledStatus, ...places(isStatusSentence) };
}

/** The words of the inspection, longest first. */
function ownWords(own: ResultWords): OwnWord[] {
  return (Object.keys(own) as FindingStatus[])
    .flatMap((status) => (own[status] ?? []).map((word) => ({ status, word: plain(word) })))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length);
}

/** Whether a word stands in a text other than as a part of a longer result: 完成 in 未完成 says nothing. */
function standsAlone(text: string, word: string, every: RegExp): boolean {
  if (!text.includes(word)) return false;
  every.lastIndex = 0;
  return [...text.matchAll(every)].some(([found]) => found === word);
}

/** Finds the places of results, given what a sentence of nothing but a result is. */
function places(
  isStatusSentence: (sentence: string) => boolean,
): Pick<ResultReader, 'resultAtEnd' | 'resultClause' | 'resultInFront'> {
  /** A result in brackets, or as the last sentence, at the end of the stretch. */
  const resultAtEnd = (view: string, start: number, end: number): ResultHit | null => {
    const bracket = IN_BRACKETS.exec(view.slice(start, end));
    if (bracket && isStatusSentence((bracket[1] as string).replace(/^[^:]*:/u, ''))) {
      const words = bracket[1] as string;
      const at = start + bracket.index;
      const from = at + 1 + words.search(/[^:]*$/u);
      return { text: [from, at + 1 + words.length], whole: [at, end], position: 'PARENTHESES' };
    }
    const last = sentencesOf(view, start, end).at(-1);
    if (!last || last.start === start || !isStatusSentence(view.slice(last.start, last.end))) return null;
    return {
      text: [last.start, withoutStop(view, last.start, last.end)],
      whole: [last.start, end],
      position: 'LAST_SENTENCE',
    };
  };

  /** …,已整改。: the last clause of a paragraph without enumerators. */
  const resultClause = (view: string, start: number, end: number): ResultHit | null => {
    const comma = Math.max(view.lastIndexOf(',', end - 1), view.lastIndexOf(';', end - 1));
    if (comma <= start || !isStatusSentence(view.slice(comma + 1, end))) return null;
    return { text: [comma + 1, withoutStop(view, comma + 1, end)], whole: [comma, end], position: 'LAST_SENTENCE' };
  };

  /** The first sentence of the stretch that is only a result, looked for in the first few sentences. */
  const resultInFront = (view: string, start: number, end: number): ResultHit | null => {
    for (const s of sentencesOf(view, start, end).slice(0, 6)) {
      if (isStatusSentence(view.slice(s.start, s.end)))
        return {
          text: [s.start, withoutStop(view, s.start, s.end)],
          whole: [s.start, s.end],
          position: 'FIRST_SENTENCE',
        };
    }
    return null;
  };
  return { resultAtEnd, resultClause, resultInFront };
}

/** The end of a range without its closing punctuation and white space. */
export function withoutStop(view: string, start: number, end: number): number {
  while (end > start && /[\s。;,.、!]/u.test(view[end - 1] as string)) end -= 1;
  return end;
}
