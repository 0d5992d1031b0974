/**
 * The shape of the demo's content: what happened at three fictional bodies, as plain data.
 * Codes here belong to the demo; the seeder maps them to the database. All sums are integer fen,
 * all dates are calendar days in Asia/Shanghai.
 */

export type BodyKey = 'qiaoqing' | 'yuanlin' | 'tizong';

/** A deadline: a fixed day, a day relative to the day the demo is seeded, or words that are not a day. */
export type DemoDue =
  { date: string } | { offset: number } | { kind: 'IMMEDIATE' | 'ONGOING'; words: string; date?: string };

export type FindingClass = 'IMMEDIATE' | 'STAGED' | 'CONTINUING';
export type DemoState = 'UNCLAIMED' | 'RECTIFYING' | 'IN_REVIEW' | 'CLOSED' | 'CONTINUING' | 'RECORDED';
export type ReviewStep = 'DEPARTMENT_HEAD' | 'LEADER' | 'SECRETARY';
export type PointOutcome = 'DONE' | 'CONTINUING' | 'NOT_DONE' | 'UNTRACEABLE_REGULATED';
export type ActionState = 'PLANNED' | 'IN_PROGRESS' | 'DONE';

export type MeetingType =
  'PARTY_GROUP' | 'DEMOCRATIC_LIFE' | 'ORG_LIFE' | 'STUDY_GROUP' | 'BRANCH' | 'PROGRESS_REVIEW' | 'SYMPOSIUM' | 'OTHER';

interface EvidenceBase {
  /** Set when another action proves itself with the same piece. */
  key?: string;
  title: string;
  date: string;
  /** The words of the source where they differ from the plain date (a date without its year, a ten-day period …). */
  words?: string;
  /** Last day of a range. */
  until?: string;
  yearInferred?: true;
}

export interface MeetingPiece extends EvidenceBase {
  kind: 'MEETING';
  type: MeetingType;
  place: string;
  attendees?: number;
}
export interface DocumentPiece extends EvidenceBase {
  kind: 'DOCUMENT';
  number: string | null;
  issuer?: string;
  draft?: true;
  revised?: true;
}
export interface TalkPiece extends EvidenceBase {
  kind: 'TALK';
  type: 'REMINDER' | 'CRITICISM';
  by: string;
  with: string;
  people: number | null;
}
export interface OtherPiece extends EvidenceBase {
  kind: 'TRAINING' | 'SITE_VISIT' | 'LATERAL_REVIEW' | 'ORDERED_CHECK' | 'FILE';
  checked?: number;
  corrected?: number;
  people?: number;
}
/** A piece recorded under another action (one piece can prove several findings). */
export interface SharedPiece {
  kind: 'SHARED';
  key: string;
}
export type DemoEvidence = MeetingPiece | DocumentPiece | TalkPiece | OtherPiece;

export interface DemoAction {
  text: string;
  state: ActionState;
  progress?: string;
  evidence: (DemoEvidence | SharedPiece)[];
}

export interface DemoPoint {
  /** A stretch of the finding's text. */
  text: string;
  outcome?: PointOutcome;
  note?: string;
}

export interface DemoRecovery {
  fen: bigint;
  date: string;
  kind: 'REFUND' | 'RECOVERED' | 'DUES_BACK_PAYMENT';
  payer: string;
  payers: number;
  receiver: 'TREASURY_ACCOUNT' | 'UNIT_ACCOUNT' | 'SOURCE' | 'DUES_ACCOUNT';
  voucher: string;
  /** 1-based number of the action that recovered it. */
  action: number;
  components?: { name: string; fen: bigint }[];
}

export interface DemoConsent {
  body: string;
  by: string;
  form: 'WRITTEN' | 'ORAL';
  date: string;
}

export interface DemoMoney {
  /** 1-based number of the point the sum belongs to. */
  point: number;
  /** What the finding's text claims; absent where the text names no sum (which is not zero). */
  stated?: { words: string; fen: bigint; roundingFen: bigint; perHead?: bigint };
  established?: { fen: bigint; basis: string; by: string; date: string };
  disposition?: 'REFUND_DUE' | 'PROCEDURAL' | 'UNDECIDED' | 'WRITTEN_OFF';
  dispositionBasis?: string;
  isDues?: true;
  recoveries?: DemoRecovery[];
  waiver?: { fen: bigint; reason: string; action: number; consents: DemoConsent[] };
}

/** A rate that the finding names; `statedDefinition` is set where the denominator changed since the feedback. */
export interface DemoIndicator {
  name: string;
  baseline: string;
  numerator: number;
  denominator: number;
  definition: string;
  statedDefinition?: string;
  asOf: string;
}

export interface DemoFinding {
  no: number;
  class: FindingClass;
  /** Key of the aspect; null for 立行立改, which stands beside the aspects. */
  aspect: string | null;
  text: string;
  points: DemoPoint[];
  lead: string;
  co?: string[];
  /** Post of the responsible leader. */
  leader: string;
  handler: string;
  due: DemoDue;
  state: DemoState;
  step?: ReviewStep;
  /** The result as the imported source prints it. */
  printed?: 'COMPLETED' | 'ONGOING';
  /** The secretary's step was signed by the Party group's resolution. */
  byResolution?: true;
  /** Day of submission and the days of the signatures after it, in the order of the chain. */
  signedOn?: string[];
  /** An earlier submission that came back; `signedOn` as above, `answer` is the statement of the next one. */
  returned?: { signedOn: string[]; by: string; date: string; reason: string; answer?: string };
  /** Who submitted, when it was not the handler. */
  submittedBy?: string;
  continuing?: { reason: string; target: string; nextReview: string };
  /** Persons who are the subject of the finding and therefore recused. */
  subjects?: string[];
  instruction?: { date: string; text: string };
  /** The same finding in an earlier round, as free text. */
  repeatOf?: string;
  actions: DemoAction[];
  money?: DemoMoney[];
  indicators?: DemoIndicator[];
}
