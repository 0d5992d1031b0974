import type { Day } from '../deadlines/calendar.ts';
import { canInBody } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';
import type { PublicationHandout, PublicationState } from './words.ts';

/** The version of the form below; a reader of an old snapshot knows by it what to expect. */
export const PUBLIC_SNAPSHOT_SCHEMA = 1;

/** How a paragraph is set: as in the official report. */
export type PublicStyle = 'title' | 'heading1' | 'heading2' | 'heading3' | 'body' | 'signature' | 'date';

/** A paragraph of the public text, in its order; withheld ones are not there and leave no trace. */
export interface PublicPassage {
  style: PublicStyle;
  text: string;
}

/** One finding as the public reads it. It is there only where its question may be told. */
export interface PublicItem {
  /** Its number in the ledger; numbers of withheld ones are missing. */
  number: number;
  question: string;
  /** What was done; null where that is withheld. */
  done: string | null;
  /** The result in the body's own word (已整改到位); null where it is withheld or not known. */
  state: string | null;
}

/** Figures of the day on which the text was frozen, each with what it counts. */
export interface PublicFigure {
  code: 'FINDINGS' | 'COMPLETED' | 'BASICALLY' | 'PARTIAL' | 'ONGOING' | 'NOT_DONE' | 'RATE' | 'ACTIONS';
  /** A whole number; of RATE basis points (9871 = 98.71 %). Null: there is nothing to reckon. */
  value: number | null;
  /** Chinese name: 反馈问题. */
  name: string;
  /** Chinese words, as they stand beside the figure: what is counted and how. */
  definition: string;
}

/** Whom the public tells what it thinks: as the body's settings had it when the text was frozen. */
export interface PublicContact {
  phone: string | null;
  address: string | null;
  /** 12388 */
  hotline: string;
}

/**
 * What is public of one inspection, and nothing else: pages are rendered from this alone. Its JSON text, exactly as it was written, is
 * the column `content` of `published.publication`; the column `sha256` is of that text. It is composed from the frozen version that
 * was reviewed and approved; no ids, no internal words, no names of those who worked on it.
 */
export interface PublicSnapshot {
  schema: number;
  /** The body as it signs: 市科协党组. */
  body: string;
  title: string;
  /** 巡察 or 巡视. */
  kind: '巡察' | '巡视';
  round: string;
  feedbackOn: Day | null;
  /** The day whose figures it holds. */
  asOf: Day;
  passages: PublicPassage[];
  figures: PublicFigure[];
  items: PublicItem[];
  contact: PublicContact;
}

/**
 * A row of `published.publication`, one for each inspection that was ever published. What was taken down keeps its row without
 * content, so that its address can say so.
 */
export interface PublishedRow {
  /** Last part of the page's address: lower-case letters, digits, hyphens. */
  slug: string;
  bodyName: string;
  title: string;
  /** Null once it is taken down. */
  content: PublicSnapshot | null;
  sha256: string | null;
  /** Whether the built-in page shows it; off by default: then only the handed-out document is public. */
  pageOn: boolean;
  /** Whether the page takes comments; off by default. */
  commentsOn: boolean;
  publishedAt: string;
  takenDownAt: string | null;
}

/** Whether the public may see the page of a row. */
export const isOnPage = ({ content, pageOn }: Pick<PublishedRow, 'content' | 'pageOn'>): boolean =>
  content !== null && pageOn;

/** States in which the public text may be handed out: never before it is approved. */
export const CIRCULAR_STATES = ['APPROVED', 'PUBLISHED'] as const satisfies readonly PublicationState[];

/** What of an approved text this person may take out now: the document whoever reads it, the files for the site who publishes. */
export function publicationHandouts(
  viewer: Viewer,
  { bodyId, state }: { bodyId: string; state: PublicationState },
): PublicationHandout[] {
  if (!(CIRCULAR_STATES as readonly string[]).includes(state)) return [];
  const may: [PublicationHandout, boolean][] = [
    ['CIRCULAR', canInBody(viewer, 'readPublication', bodyId)],
    ['BUNDLE', canInBody(viewer, 'draftPublication', bodyId)],
  ];
  return may.flatMap(([handout, allowed]) => (allowed ? [handout] : []));
}
