import { KIND_WORDS } from '../money/booking.ts';
import { talkTitle } from './pieces.ts';
import type { Day } from '../deadlines/calendar.ts';
import type { DocumentChange, EvidenceKind, RecoveryKind, TalkType } from '../vocabulary.ts';

/** A piece of evidence as far as a report tells of it. Restricted pieces are never told. */
export interface ToldPiece {
  kind: EvidenceKind;
  title: string;
  on: Day | null;
  /** The words of the source where the day is not known: 2023年10月中旬. */
  dateText: string | null;
  documentNumber: string | null;
  documentChange: DocumentChange | null;
  isDraft: boolean;
  talkType: TalkType | null;
  /** 人次 of a talk; unknown is not told. */
  occurrences: number | null;
  headcount: number | null;
  checked: number | null;
  corrected: number | null;
  payments: readonly { kind: RecoveryKind; fen: bigint }[];
}

/** A stretch of the words; `live` where it is a figure, a day or a number of the ledger. */
export interface ToldStretch {
  text: string;
  live: boolean;
}

const CHANGE_WORDS: Record<DocumentChange, string> = { NEW: '制定印发', REVISED: '修订印发', REPEALED: '废止' };
const VERBS: Partial<Record<EvidenceKind, string>> = {
  TRAINING: '开展培训：',
  SITE_VISIT: '走访调研：',
  INSPECTION: '开展检查：',
  SELF_CRITICISM: '对照检查：',
  ORDERED_CHECK: '责令检查：',
};
/** In the order in which reports tell: what was decided, what was written, who was spoken to, what was done, what was paid. */
const ORDER: readonly EvidenceKind[] = [
  'MEETING',
  'DOCUMENT',
  'TRAINING',
  'SITE_VISIT',
  'INSPECTION',
  'LATERAL_REVIEW',
  'SELF_CRITICISM',
  'ORDERED_CHECK',
  'TALK',
  'REFUND',
];

const said = (text: string): ToldStretch => ({ text, live: false });
const live = (text: string): ToldStretch => ({ text, live: true });

/** As sums stand in prose: 元 below 1万, 万元 above with two to four decimals; in 元 to the fen where four do not hold it. */
export function sumInProse(fen: bigint): string {
  if (fen >= 1_000_000n && fen % 100n === 0n) {
    const decimals = String(fen % 1_000_000n)
      .padStart(6, '0')
      .slice(0, 4)
      .replace(/0{1,2}$/, '');
    return `${fen / 1_000_000n}.${decimals}万元`;
  }
  return `${fen / 100n}${fen % 100n === 0n ? '' : `.${String(fen % 100n).padStart(2, '0')}`}元`;
}

function dayWords({ on, dateText }: ToldPiece): ToldStretch[] {
  if (on === null) return dateText === null ? [] : [live(dateText)];
  const [year, month, day] = on.split('-').map(Number);
  return [live(`${year}年${month}月${day}日`)];
}

const quoted = (title: string): string => (/^《.*》$/u.test(title) ? title : `《${title}》`);
const counted = (count: number | null, unit: string): ToldStretch[] =>
  count === null ? [] : [live(`${count}${unit}`)];

function clauseOf(piece: ToldPiece): ToldStretch[] {
  switch (piece.kind) {
    case 'MEETING':
      return [
        ...dayWords(piece),
        said(/会|学习/u.test(piece.title) ? `召开${piece.title}` : `召开会议，${piece.title}`),
      ];
    case 'DOCUMENT':
      return [
        ...dayWords(piece),
        said(`${piece.isDraft ? '起草' : CHANGE_WORDS[piece.documentChange ?? 'NEW']}${quoted(piece.title)}`),
        ...(piece.documentNumber === null ? [] : [said('（'), live(piece.documentNumber), said('）')]),
      ];
    case 'LATERAL_REVIEW':
      return [
        ...dayWords(piece),
        said(`举一反三：${piece.title}`),
        ...(piece.checked === null ? [] : [said('，排查'), live(`${piece.checked}处`)]),
        ...(piece.corrected === null ? [] : [said('，整改'), live(`${piece.corrected}处`)]),
      ];
    default:
      return [
        ...dayWords(piece),
        said(`${VERBS[piece.kind] ?? ''}${piece.title}`),
        ...(piece.headcount === null ? [] : [said('，'), ...counted(piece.headcount, '人')]),
      ];
  }
}

/** Talks are told by their kind and number, never by who was spoken to: 开展提醒谈话2人次. */
function talkClauses(talks: readonly ToldPiece[]): ToldStretch[][] {
  return [...Map.groupBy(talks, (talk) => talk.talkType ?? 'OTHER')].map(([type, all]) => {
    const known = all.every(({ occurrences }) => occurrences !== null);
    const sum = all.reduce((total, { occurrences }) => total + (occurrences ?? 0), 0);
    return [said(`开展${talkTitle(type)}`), ...counted(known ? sum : null, '人次')];
  });
}

/** Payments by measure, never added up across measures. */
function paymentClauses(pieces: readonly ToldPiece[]): ToldStretch[][] {
  const payments = pieces.flatMap((piece) => piece.payments);
  return [...Map.groupBy(payments, ({ kind }) => kind)].map(([kind, all]) => [
    said(KIND_WORDS[kind]),
    live(sumInProse(all.reduce((total, { fen }) => total + fen, 0n))),
  ]);
}

const byDay = (a: ToldPiece, b: ToldPiece): number => (a.on ?? '9999').localeCompare(b.on ?? '9999');

/**
 * 照此生成整改情况文字: what was done for an action, as a report tells it, out of its evidence. Nothing is said that the ledger
 * does not hold: unknown days, numbers and counts are left out. No evidence: no words.
 */
export function tellAction(pieces: readonly ToldPiece[]): ToldStretch[] {
  const clauses = ORDER.flatMap((kind): ToldStretch[][] => {
    const ofKind = pieces.filter((piece) => piece.kind === kind).toSorted(byDay);
    if (kind === 'TALK') return talkClauses(ofKind);
    return kind === 'REFUND' ? paymentClauses(ofKind) : ofKind.map(clauseOf);
  });
  if (clauses.length === 0) return [];
  return [...clauses.flatMap((clause, at) => (at === 0 ? clause : [said('；'), ...clause])), said('。')];
}
