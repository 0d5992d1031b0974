import { PER_HEAD_WORDS, REFUND_NEGATIONS, REFUND_VERBS, SPENDING_WORDS } from './lexicon.ts';
import { anyOf, sentencesOf } from './text.ts';
import type { OtherAmount, ProblemAmount, Span } from './types.ts';

export interface AmountHit {
  start: number;
  end: number;
  fen: number;
  perHead: boolean;
}

const SUM = /(?<![\d,])(\d[\d,]*(?:\s*\.\s*\d+)?)\s*(亿|万|千|百)?\s*[余多]?\s*元(?!旦|宵|月|年|素|件|谋)/gu;
const PER_HEAD = new RegExp(`(?:${anyOf(PER_HEAD_WORDS)})[^\\d,。;]{0,6}$`, 'u');
const SCALE: Readonly<Record<string, number>> = { 亿: 10, 万: 6, 千: 5, 百: 4 };

/** Sums of money of a stretch, in fen; a sum per head includes the words that say so. */
export function amountsIn(view: string, start: number, end: number): AmountHit[] {
  const hits: AmountHit[] = [];
  const stretch = view.slice(start, end);
  for (const m of stretch.matchAll(SUM)) {
    const fen = fenOf(m[1] as string, SCALE[m[2] ?? ''] ?? 2);
    if (fen === null) continue;
    const at = start + m.index;
    hits.push({
      start: at,
      end: at + m[0].length,
      fen,
      perHead: PER_HEAD.test(view.slice(Math.max(start, at - 12), at)),
    });
  }
  return hits;
}

/** Decimal digits to fen without floating point; null where the sum is finer than a fen or not a safe integer. */
export function fenOf(digits: string, power: number): number | null {
  const clean = digits.replace(/[\s,]/gu, '');
  const [whole = '', fraction = ''] = clean.split('.');
  const kept = fraction.replace(/0+$/u, '');
  if (!/^\d+$/u.test(whole) || kept.length > power) return null;
  const fen = Number(whole + kept.padEnd(power, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}

export function problemAmounts(source: string, view: string, spans: readonly Span[]): ProblemAmount[] {
  return spans
    .flatMap(([a, b]) => amountsIn(view, a, b))
    .map((hit) => ({ fen: hit.fen, quote: source.slice(hit.start, hit.end), perHead: hit.perHead }));
}

const VERB = new RegExp(anyOf(REFUND_VERBS), 'gu');
const NEGATED = new RegExp(`(?:${anyOf(REFUND_NEGATIONS)})[^,。;、]{0,3}$`, 'u');
const SPENDING = new RegExp(anyOf(SPENDING_WORDS), 'u');

export interface RefundHit {
  hit: AmountHit;
  verbs: string[];
  /** Offset behind which a date of the payment may stand, and the end of the sentence. */
  clauseStart: number;
  sentenceEnd: number;
}

/**
 * Sums of the measures: refunds are those with a refund verb in their clause that nothing negates or postpones; a sum
 * without a verb of its own right behind a refund continues it. Later verbs of the sentence belong to the same event.
 */
export function measureAmounts(
  view: string,
  start: number,
  end: number,
): { refunds: RefundHit[]; others: AmountHit[] } {
  const refunds: RefundHit[] = [];
  const others: AmountHit[] = [];
  for (const sentence of sentencesOf(view, start, end)) {
    const clauses = sentencesOf(view, sentence.start, sentence.end, ',。;:').flatMap((c) =>
      splitAtMoney(view, c.start, c.end),
    );
    let last: RefundHit | null = null;
    for (const [from, to] of clauses) {
      const amounts = amountsIn(view, from, to);
      const found = verbsIn(view, from, to);
      const spending = SPENDING.test(view.slice(from, to));
      for (const hit of amounts) {
        const inherits: boolean = last !== null && !spending && found.all === 0 && !hit.perHead;
        const verbs: string[] =
          found.done.length > 0 ? found.done : inherits ? (last as RefundHit).verbs.slice(0, 1) : [];
        if (verbs.length === 0 || hit.perHead || (spending && found.done.length === 0)) {
          others.push(hit);
          last = null;
        } else
          refunds.push((last = { hit, verbs: [...verbs], clauseStart: sentence.start, sentenceEnd: sentence.end }));
      }
      if (amounts.length > 0 || !last) continue;
      if (found.all === 0 && !/\d/u.test(view.slice(from, to))) last = null;
      else last.verbs.push(...found.done.filter((verb) => !last?.verbs.includes(verb)));
    }
  }
  return { refunds, others: others.sort((a, b) => a.start - b.start) };
}

/** 清退行车奖1200元、追缴津贴5720元: a 、 behind a sum ends the clause too. */
function splitAtMoney(view: string, start: number, end: number): Span[] {
  const cuts = [...view.slice(start, end).matchAll(/元[、和及]/gu)].map((m) => start + m.index + 2);
  return [start, ...cuts].map((from, i): Span => [from, cuts[i] ?? end]);
}

function verbsIn(view: string, start: number, end: number): { done: string[]; all: number } {
  const clause = view.slice(start, end);
  const all = [...clause.matchAll(VERB)];
  const done = all.filter(
    (m) =>
      !NEGATED.test(clause.slice(0, m.index)) &&
      !/^[^,。;]{0,2}(?:计划|方案|工作|比例|率)/u.test(clause.slice(m.index + m[0].length)),
  );
  return { done: done.map((m) => m[0]), all: all.length };
}

export function otherAmount(source: string, hit: AmountHit): OtherAmount {
  return { fen: hit.fen, quote: source.slice(hit.start, hit.end) };
}
