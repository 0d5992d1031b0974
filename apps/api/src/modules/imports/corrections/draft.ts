import { DomainError, invalid } from '@closeout/domain';
import type { ParsedFinding, ParsedReport, ParseWarning } from '@closeout/report';

/** A report being checked: what was read, and which findings the clerk has checked. Corrections answer a new one. */
export interface Draft {
  parsed: ParsedReport;
  checkedSeqs: number[];
}

/** A place that a correction names and that is not there. */
export const nothingThere = (field: string, what: string): DomainError =>
  new DomainError({ code: 'NOT_FOUND', rule: 'imports.place', field, message: `${what} is not in this import` });

/** The finding of that number; refused when there is none. */
export function findingAt({ parsed }: Draft, seq: number, field: string): ParsedFinding {
  const found = parsed.findings[seq - 1];
  if (found === undefined) throw nothingThere(`${field}.seq`, `finding ${seq}`);
  return found;
}

/** Where a finding stands in the source; one that stands nowhere cannot be cut or joined. */
export function layoutAt(finding: ParsedFinding, field: string): NonNullable<ParsedFinding['layout']> {
  if (finding.layout === null)
    throw invalid(`${field}.seq`, 'imports.noPlace', `finding ${finding.seq} stands nowhere in the source`);
  return finding.layout;
}

/** The draft with one finding exchanged. */
export const replaced = (draft: Draft, finding: ParsedFinding): Draft =>
  withFindings(
    draft,
    draft.parsed.findings.map((one) => (one.seq === finding.seq ? finding : one)),
  );

/**
 * The draft with these findings, counted anew from 1. A finding still carries its former number: what was said about it
 * (checks, warnings) moves along; of two that carry the same one, the first keeps it.
 */
export function withFindings(draft: Draft, findings: readonly ParsedFinding[]): Draft {
  const places = new Map<number, number>();
  findings.forEach(({ seq }, index) => {
    if (!places.has(seq)) places.set(seq, index + 1);
  });
  const counted = findings.map((finding, index) => ({ ...finding, seq: index + 1 }));
  const parsed = { ...draft.parsed, findings: counted, categories: categoriesOf(counted) };
  return {
    parsed: { ...parsed, warnings: warningsOf(parsed, places) },
    checkedSeqs: draft.checkedSeqs.flatMap((seq) => places.get(seq) ?? []).toSorted((a, b) => a - b),
  };
}

function categoriesOf(findings: readonly ParsedFinding[]): ParsedReport['categories'] {
  const list: ParsedReport['categories'] = [];
  for (const { category, seq } of findings) {
    const last = list.at(-1);
    if (category === null) continue;
    if (last?.title === category && last.lastSeq === seq - 1) last.lastSeq = seq;
    else list.push({ title: category, firstSeq: seq, lastSeq: seq });
  }
  return list;
}

/** Warnings under the new numbers, without those that the corrections have answered. */
function warningsOf(parsed: ParsedReport, places: ReadonlyMap<number, number>): ParseWarning[] {
  const moved = parsed.warnings.flatMap((warning): ParseWarning[] => {
    if (warning.seq === undefined) return warning.code === 'COUNT_MISMATCH' ? [] : [warning];
    const seq = places.get(warning.seq);
    const finding = seq === undefined ? undefined : parsed.findings[seq - 1];
    if (seq === undefined || finding === undefined) return [];
    if (warning.code === 'NO_ACTIONS' && finding.actions.length > 0) return [];
    if (warning.code === 'STATUS_MISSING' && finding.status !== 'UNKNOWN') return [];
    return [{ ...warning, seq, message: warning.message.replace(`第${warning.seq}个问题`, `第${seq}个问题`) }];
  });
  const stated = Object.entries(parsed.preamble.statedCounts).find(([word]) => /^(?:主要|具体|反馈)?问题$/u.test(word));
  const counted = parsed.findings.length;
  if (stated === undefined || stated[1] === counted) return moved;
  return [{ code: 'COUNT_MISMATCH', message: `文中说有${stated[1]}个${stated[0]}，实际列出${counted}个。` }, ...moved];
}
