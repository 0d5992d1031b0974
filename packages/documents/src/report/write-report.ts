import type { OfficialDocument } from '../official/write-official.ts';
import type { ReportBlock, ReportStyle } from './blocks.ts';
import { prose } from '../official/plain-words.ts';

/** A report to print. `signature` and `date` blocks may be left out when issuingBody and date are given. */
export interface ReportDocument {
  title: string;
  /** e.g. 科协党组〔2024〕15号 */
  documentNumber?: string;
  issuingBody?: string;
  /** YYYY-MM-DD */
  date?: string;
  blocks: readonly ReportBlock[];
}

/**
 * A report as an official document. A title block in `blocks` replaces `title`; signature and date are added where the
 * blocks have none.
 */
export function reportDocument(report: ReportDocument): OfficialDocument {
  const { title, issuingBody = '', documentNumber = null } = report;
  return { title, author: issuingBody, head: { number: documentNumber }, blocks: completed(report) };
}

/** The blocks with the title before and signature and date behind, where they are missing. */
function completed({ title, issuingBody, date, blocks }: ReportDocument): ReportBlock[] {
  const all = [...blocks];
  const has = (style: ReportStyle): boolean => all.some((block) => block.style === style);
  if (!has('title')) all.unshift({ style: 'title', text: title });
  const signed = has('signature') || has('date');
  if (!signed && issuingBody !== undefined) all.push({ style: 'signature', text: issuingBody });
  if (!signed && date !== undefined) all.push({ style: 'date', text: prose(date) });
  return all;
}
