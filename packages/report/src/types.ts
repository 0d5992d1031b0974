import type { SetAside } from './set-aside.ts';

export type { SetAside, SetAsideKind } from './set-aside.ts';

/** [start, end) in UTF-16 code units of `source.text`. */
export type Span = [number, number];

export type FindingStatus = 'COMPLETED' | 'BASICALLY' | 'PARTIAL' | 'ONGOING' | 'NOT_DONE' | 'UNKNOWN';
/** What an inspection calls a result, by the result. */
export type ResultWords = Partial<Record<FindingStatus, readonly string[]>>;
export type DatePrecision = 'DAY' | 'TENDAY' | 'MONTH' | 'RANGE' | 'NONE' | 'DAMAGED';
export type YearSource = 'STATED' | 'CARRIED' | 'ROLLOVER' | 'INFERRED';
export type DocumentStatus = 'ISSUED' | 'DRAFT' | 'ISSUED_BY_OTHER' | 'REFERENCED';
export type LabelKind = 'finding' | 'measures' | 'status' | 'leader' | 'department' | 'person' | 'deadline';

/** What can start a stretch, from the outermost to the innermost: the line that names a body, then forms of numbers. */
export type MarkerKind = 'body' | 'part' | 'cnParen' | 'num' | 'numParen' | 'circled' | 'problem' | 'label' | 'table';
export type StatusPosition =
  'LABEL_BEFORE' | 'LABEL_AFTER' | 'FIRST_SENTENCE' | 'LAST_SENTENCE' | 'PARENTHESES' | 'MIXED' | 'NONE';

/** The layout of one report, detected from the whole text; a person can correct it and parse again with it. */
export interface LayoutProfile {
  /** Which numbers are findings; null where no finding was recognised. */
  findingLevel: MarkerKind | null;
  /** Which headings are aspects (问题方面), groups above the finding, and parts. */
  categoryLevel: MarkerKind | null;
  groupLevels: MarkerKind[];
  /** Printed labels by what they open, the words of the report itself. */
  labels: Record<LabelKind, string[]>;
  /** How the start of measures shows: a label, the wrapper 关于…的问题, a result, only 一是, 针对…的问题,… in a paragraph, or a topic sentence. */
  evidence: 'LABEL' | 'WRAPPER' | 'STATUS' | 'ENUMERATOR' | 'PACKED' | 'TOPIC' | 'TABLE' | 'NONE';
  /** The enumerator that most findings use, or null. */
  enumerator: string | null;
  statusPosition: StatusPosition;
  /** Headings that name bodies (villages, departments), where one report covers several. */
  bodyLevel: MarkerKind | null;
  punctuation: 'FULL' | 'HALF';
  newline: '\n' | '\r\n';
  /** What a person corrected; parsing with it gives this profile again. */
  corrected: ProfileOverride;
}

export interface ParsedAction {
  /** Without enumerator and closing punctuation. */
  text: string;
  /** null in an action that somebody added. */
  span: Span | null;
}
export interface ProblemAmount {
  fen: number;
  quote: string;
  perHead: boolean;
}
export interface Refund {
  fen: number;
  quote: string;
  /** Every verb of the one event, joined by /. */
  verb: string;
  date: string | null;
}
export interface OtherAmount {
  fen: number;
  quote: string;
}
export interface ParsedMeeting {
  date: string | null;
  precision: DatePrecision;
  year: YearSource | null;
  type: string;
  quote: string;
}
export interface ParsedDocument {
  title: string;
  number: string | null;
  date: string | null;
  status: DocumentStatus;
}
export interface ParsedTalk {
  date: string | null;
  type: string;
  quote: string;
}
export interface Responsible {
  leader: string | null;
  department: string | null;
  person: string | null;
  deadline: string | null;
}
/** Where the editable places of a finding stand, so that render can change one and keep the rest. */
export interface FindingLayout {
  /** The whole finding, number included: a dropped finding removes this. */
  whole: Span;
  description: Span[];
  /** Enumerators ('' where there is none) and text of each action, in order. */
  actions: { enumerator: Span; text: Span }[];
  result: Span | null;
  /** The label or the bracket around the result; removed with it. */
  resultWhole: Span | null;
  status: FindingStatus;
}

export interface ParsedFinding {
  seq: number;
  printedNumber: string | null;
  body: string | null;
  category: string | null;
  title: string;
  description: string;
  actions: ParsedAction[];
  resultText: string | null;
  status: FindingStatus;
  responsible: Responsible;
  problemAmounts: ProblemAmount[];
  refunds: Refund[];
  otherAmounts: OtherAmount[];
  meetings: ParsedMeeting[];
  documents: ParsedDocument[];
  talks: ParsedTalk[];
  spans: Span[];
  /** null in a finding that somebody added. */
  layout: FindingLayout | null;
}
export interface ParsedCategory {
  title: string;
  firstSeq: number;
  lastSeq: number;
}
export interface ParsedPreamble {
  issuingBody: string | null;
  team: string | null;
  inspectionStart: string | null;
  inspectionEnd: string | null;
  feedbackDate: string | null;
  publishedDate: string | null;
  statedCounts: Record<string, number>;
  meetings: ParsedMeeting[];
  contact: { phone: string | null; address: string | null; email: string | null };
}
export type WarningCode =
  | 'NO_FINDINGS'
  | 'COUNT_MISMATCH'
  | 'DATE_DAMAGED'
  | 'DATE_AMBIGUOUS'
  | 'ENUMERATOR_GAP'
  | 'NUMBER_REPEATED'
  | 'NUMBER_MISSING'
  | 'STATUS_CONTRADICTED'
  | 'STATUS_MISSING'
  | 'NO_ACTIONS'
  | 'UNPARSED'
  | 'SET_ASIDE';
export interface ParseWarning {
  code: WarningCode;
  message: string;
  seq?: number;
}
export type OtherKind =
  | 'title'
  | 'chrome'
  | 'metadata'
  | 'preamble'
  | 'heading'
  | 'organisation'
  | 'closing'
  | 'contact'
  | 'signature'
  | 'markup';
export interface ParsedReport {
  profile: LayoutProfile;
  preamble: ParsedPreamble;
  categories: ParsedCategory[];
  findings: ParsedFinding[];
  otherSpans: { kind: OtherKind; span: Span }[];
  unparsed: { span: Span; text: string }[];
  warnings: ParseWarning[];
  /** `setAside`: what the file holds beside its text; the web page's own lines within the text are `chrome` in `otherSpans`. */
  source: { sha256: string; text: string; setAside?: SetAside[] };
}
/** What a person may correct before the report is parsed again. */
export interface ProfileOverride {
  findingLevel?: MarkerKind;
  categoryLevel?: MarkerKind | null;
  labels?: Partial<Record<LabelKind, string[]>>;
  /** Words that state results here, beside those of the table; they win over it. */
  results?: ResultWords;
}
