import type { DocumentChange, DocumentStatus, EvidenceKind, MeetingType, TalkType } from '../../gql/graphql.ts';

/** Every value a piece may carry, flat; which of them a kind shows, and in which order, is in FORMS. */
export type PieceForm = {
  date: string | null;
  dateTo: string | null;
  dateText: string;
  title: string;
  meetingType: MeetingType | null;
  talkType: TalkType | null;
  typeText: string;
  number: string;
  issuer: string;
  status: DocumentStatus | null;
  change: DocumentChange | null;
  interviewer: string;
  interviewee: string;
  reason: string;
  occurrences: number | null;
  place: string;
  chair: string;
  attendees: string;
  absent: string;
  recorder: string;
  agenda: string;
  resolution: string;
  minutesNumber: string;
  headcount: number | null;
  checkedCount: number | null;
  correctedCount: number | null;
  note: string;
  restricted: boolean;
};
export type PieceField = keyof PieceForm;

export const EMPTY_PIECE: PieceForm = {
  date: null,
  dateTo: null,
  dateText: '',
  title: '',
  meetingType: null,
  talkType: null,
  typeText: '',
  number: '',
  issuer: '',
  status: null,
  change: null,
  interviewer: '',
  interviewee: '',
  reason: '',
  occurrences: null,
  place: '',
  chair: '',
  attendees: '',
  absent: '',
  recorder: '',
  agenda: '',
  resolution: '',
  minutesNumber: '',
  headcount: null,
  checkedCount: null,
  correctedCount: null,
  note: '',
  restricted: false,
};

type FormPlan = { short: readonly PieceField[]; more: readonly PieceField[] };
const OTHER: FormPlan = { short: ['title', 'date'], more: ['dateTo', 'dateText', 'place', 'headcount', 'note'] };

/** The short form first (domain.md section 6), the rest folded. A refund has its own form. */
export const FORMS: Record<EvidenceKind, FormPlan> = {
  MEETING: {
    short: ['date', 'meetingType', 'title'],
    more: [
      'chair',
      'attendees',
      'absent',
      'recorder',
      'agenda',
      'resolution',
      'minutesNumber',
      'place',
      'dateText',
      'note',
    ],
  },
  DOCUMENT: { short: ['title', 'number', 'date'], more: ['issuer', 'change', 'status', 'dateText', 'note'] },
  TALK: {
    short: ['talkType', 'date', 'interviewer', 'interviewee'],
    more: ['title', 'reason', 'occurrences', 'place', 'dateText', 'note', 'restricted'],
  },
  TRAINING: OTHER,
  SITE_VISIT: OTHER,
  INSPECTION: OTHER,
  LATERAL_REVIEW: { ...OTHER, short: ['title', 'date', 'checkedCount', 'correctedCount'] },
  SELF_CRITICISM: OTHER,
  ORDERED_CHECK: OTHER,
  REFUND: { short: ['date'], more: ['note'] },
  FILE: { short: ['title'], more: ['date', 'dateText', 'note'] },
};

/** What the kind cannot do without; the rest of its short form may be empty. */
const REQUIRED: Partial<Record<EvidenceKind, readonly PieceField[]>> = {
  MEETING: ['meetingType', 'title'],
  DOCUMENT: ['title'],
  TALK: ['talkType', 'interviewer', 'interviewee'],
  REFUND: [],
};

const blank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');

export const isRequired = (kind: EvidenceKind, field: PieceField): boolean =>
  field === 'date' ? kind !== 'FILE' : (REQUIRED[kind] ?? ['title']).includes(field);

/** The first required value that is still empty, null when the form can be sent. Words of a date stand for its day. */
export function firstMissing(kind: EvidenceKind, form: PieceForm): PieceField | null {
  const fields = [...FORMS[kind].short, ...FORMS[kind].more].filter((field) => isRequired(kind, field));
  const missing = fields.find((field) =>
    field === 'date' ? form.date === null && blank(form.dateText) : blank(form[field]),
  );
  return missing ?? null;
}

const text = (value: string) => value.trim() || null;

/** What every kind's input shares. */
export const commonInput = (form: PieceForm) => ({
  date:
    form.date === null && blank(form.dateText) ? null : { on: form.date, to: form.dateTo, text: text(form.dateText) },
  place: text(form.place),
  note: text(form.note),
  headcount: form.headcount,
});

export const meetingInput = (form: PieceForm) => ({
  typeText: text(form.typeText),
  chair: text(form.chair),
  attendees: text(form.attendees),
  absent: text(form.absent),
  recorder: text(form.recorder),
  agenda: text(form.agenda),
  resolution: text(form.resolution),
  minutesNumber: text(form.minutesNumber),
});

export const documentInput = (form: PieceForm) => ({
  number: text(form.number),
  issuer: text(form.issuer),
  status: form.status,
  change: form.change,
});

export const talkInput = (form: PieceForm) => ({
  typeText: text(form.typeText),
  interviewer: form.interviewer.trim(),
  interviewee: form.interviewee.trim(),
  reason: text(form.reason),
  occurrences: form.occurrences,
});
