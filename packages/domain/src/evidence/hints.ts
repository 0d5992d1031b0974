import { rolesFor } from '../access/can.ts';
import type { FindingPlace, Viewer } from '../access/viewer.ts';
import type { Day } from '../deadlines/calendar.ts';
import type { ActionFacts, SumFacts } from '../findings/facts.ts';
import { indicatorChanges, type IndicatorChange, type Reading } from '../findings/indicator.ts';
import type { EvidenceKind, FindingState } from '../vocabulary.ts';

/**
 * 请核对: what looks odd. A hint blocks nothing and accuses nobody; it asks the department first, and whoever reviews sees it
 * once the finding was submitted. Each rule is a row of a table with its code; the words are the catalogues'.
 */

/** About one piece of evidence. */
export const PIECE_HINTS = [
  'BEFORE_ON_SITE',
  'IN_FUTURE',
  'NO_FILE',
  'SAME_FILE',
  'SAME_TEXT',
  'NOT_ISSUED',
  'COUNTS_DIFFER',
  'RECOVERED_DIFFERS',
] as const;
export type PieceHint = (typeof PIECE_HINTS)[number];

/** What the rules look at of one piece. */
export interface PieceHintFacts {
  kind: EvidenceKind;
  on: Day | null;
  /** Last day of a period. */
  to: Day | null;
  /** First day of the inspection on site. */
  onSiteFrom: Day | null;
  title: string;
  /** Whether a file is attached, to it or to one of its payments. */
  hasFile: boolean;
  /** Its file stands under another piece, too. */
  sameFile: boolean;
  /** Another piece of its kind has the same day and title, or the same long note. */
  sameText: boolean;
  /** A document that is a draft. */
  draft: boolean;
  checked: number | null;
  corrected: number | null;
  /** People it speaks of (人); null where unknown. */
  headcount: number | null;
  /** Different payers of its payments. */
  payers: number;
  /** Total of its payments. */
  paidFen: bigint;
}

const AMOUNT = /([0-9][0-9,]{0,14})(?:\.([0-9]{1,2}))? ?元/gu;

/** The amounts in 元 that words name, in fen; those counted in 万 are rounded and not among them. */
export const fenIn = (words: string): bigint[] =>
  [...words.matchAll(AMOUNT)].map(
    ([, yuan = '0', cents = '']) => BigInt(yuan.replaceAll(',', '')) * 100n + BigInt(cents.padEnd(2, '0')),
  );

/** The title of a refund names one amount, and its payments are another. */
function titleDiffers({ kind, title, paidFen }: PieceHintFacts): boolean {
  const named = fenIn(title);
  return kind === 'REFUND' && named.length === 1 && named[0] !== paidFen;
}

const PIECE_RULES: Record<PieceHint, (piece: PieceHintFacts, today: Day) => boolean> = {
  BEFORE_ON_SITE: ({ on, onSiteFrom }) => on !== null && onSiteFrom !== null && on < onSiteFrom,
  IN_FUTURE: ({ on, to }, today) => (to ?? on ?? today) > today,
  NO_FILE: ({ hasFile }) => !hasFile,
  SAME_FILE: ({ sameFile }) => sameFile,
  SAME_TEXT: ({ sameText }) => sameText,
  NOT_ISSUED: ({ draft }) => draft,
  COUNTS_DIFFER: ({ checked, corrected, headcount, payers }) =>
    (checked !== null && corrected !== null && corrected > checked) || (headcount !== null && payers > headcount),
  RECOVERED_DIFFERS: titleDiffers,
};

/** The hints of one piece, in the order of the rules. */
export const pieceHints = (piece: PieceHintFacts, today: Day): PieceHint[] =>
  PIECE_HINTS.filter((code) => PIECE_RULES[code](piece, today));

/** About a finding: those of its pieces, and what its figures, sums and parties show. A file still to come is the gate's matter. */
export const FINDING_HINTS = [
  'BEFORE_ON_SITE',
  'IN_FUTURE',
  'SAME_FILE',
  'SAME_TEXT',
  'NOT_ISSUED',
  'COUNTS_DIFFER',
  'RECOVERED_DIFFERS',
  'CLOSED_WITHOUT_EVIDENCE',
  'NO_DISPOSITION',
  'VOUCHER_DIFFERS',
  'NO_VOUCHER',
  'COMPONENTS_DIFFER',
  'ORAL_CONSENT',
  'INDICATOR_DEFINITION',
  'INDICATOR_DENOMINATOR',
  'INDICATOR_OVER_WHOLE',
  'PARTY_SPELLING',
] as const;
export type FindingHintCode = (typeof FINDING_HINTS)[number];

export interface FindingHint {
  code: FindingHintCode;
  /** What it is about: numbers of pieces or actions, labels of sums, an indicator, two spellings. */
  subject: string | null;
}

/** What the rules look at. */
export interface HintFacts {
  state: FindingState;
  today: Day;
  actions: readonly Pick<ActionFacts, 'ordinal' | 'state' | 'needsEvidence' | 'pieces'>[];
  sums: readonly Pick<SumFacts, 'label' | 'disposition'>[];
  /** Pieces that the viewer may read. */
  pieces: readonly (PieceHintFacts & { number: string })[];
  payments: readonly { sum: string; fen: bigint; components: string | null; hasVoucher: boolean }[];
  /** Vouchers of its payments that say an amount, with what is booked on them in the whole body. */
  vouchers: readonly { number: string; fen: bigint; bookedFen: bigint }[];
  /** Oral consents without a scan of what was written down. */
  oralConsents: readonly { sum: string }[];
  indicators: readonly { name: string; readings: readonly Reading[] }[];
  /** Pairs of spellings that are nearly alike: of this finding's parties with others that the viewer may read. */
  spellings: readonly (readonly [own: string, other: string])[];
}

type Rule = (facts: HintFacts) => readonly string[];

const ofPieces =
  (code: PieceHint): Rule =>
  ({ pieces, today }) =>
    together(pieces.filter((piece) => PIECE_RULES[code](piece, today)).map((piece) => piece.number));

const ofIndicators =
  (change: IndicatorChange): Rule =>
  (facts) =>
    facts.indicators.filter((one) => indicatorChanges(one.readings).includes(change)).map((one) => one.name);

/** No piece, or only rejected ones. */
const isBare = ({ pieces }: Pick<ActionFacts, 'pieces'>): boolean =>
  pieces.every((piece) => piece.acceptance === 'REJECTED');

/** One hint about all of them. */
const together = (names: readonly string[]): string[] => (names.length === 0 ? [] : [[...new Set(names)].join('、')]);

/** The components of a payment name amounts, and they are not the payment. */
function componentsDiffer({ components, fen }: HintFacts['payments'][number]): boolean {
  const parts = fenIn(components ?? '');
  return parts.length > 0 && parts.reduce((total, part) => total + part, 0n) !== fen;
}

const RULES: Record<FindingHintCode, Rule> = {
  BEFORE_ON_SITE: ofPieces('BEFORE_ON_SITE'),
  IN_FUTURE: ofPieces('IN_FUTURE'),
  SAME_FILE: ofPieces('SAME_FILE'),
  SAME_TEXT: ofPieces('SAME_TEXT'),
  NOT_ISSUED: ofPieces('NOT_ISSUED'),
  COUNTS_DIFFER: ofPieces('COUNTS_DIFFER'),
  RECOVERED_DIFFERS: ofPieces('RECOVERED_DIFFERS'),
  CLOSED_WITHOUT_EVIDENCE: ({ state, actions }) =>
    state !== 'CLOSED'
      ? []
      : together(
          actions
            .filter((one) => one.state === 'DONE' && one.needsEvidence && isBare(one))
            .map((one) => String(one.ordinal)),
        ),
  NO_DISPOSITION: ({ sums }) => together(sums.filter((sum) => sum.disposition === null).map((sum) => sum.label)),
  VOUCHER_DIFFERS: ({ vouchers }) =>
    together(vouchers.filter((one) => one.fen !== one.bookedFen).map((one) => one.number)),
  NO_VOUCHER: ({ payments }) => together(payments.filter((one) => !one.hasVoucher).map((one) => one.sum)),
  COMPONENTS_DIFFER: ({ payments }) => together(payments.filter(componentsDiffer).map((one) => one.sum)),
  ORAL_CONSENT: ({ oralConsents }) => together(oralConsents.map((one) => one.sum)),
  INDICATOR_DEFINITION: ofIndicators('DEFINITION'),
  INDICATOR_DENOMINATOR: ofIndicators('DENOMINATOR'),
  INDICATOR_OVER_WHOLE: ofIndicators('OVER_WHOLE'),
  PARTY_SPELLING: (facts) => facts.spellings.map(([own, other]) => `${own} / ${other}`),
};

/** Every hint of the facts, in the order of the rules. */
export const hintsOf = (facts: HintFacts): FindingHint[] =>
  FINDING_HINTS.flatMap((code) => RULES[code](facts).map((subject) => ({ code, subject })));

/** The states in which a review begins or has been: then whoever reads the finding sees its hints. */
const REVIEWED: readonly FindingState[] = ['IN_REVIEW', 'CLOSED', 'CONTINUING'];

/** Whether a viewer is shown the hints: who does the work always, everybody else who reads it once it was submitted. */
export const seesHints = (viewer: Viewer, place: FindingPlace & { state: FindingState }): boolean =>
  REVIEWED.includes(place.state) || rolesFor(viewer, 'addEvidence', place).length > 0;
