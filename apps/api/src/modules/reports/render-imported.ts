import type { RoundSettings } from '@closeout/domain';
import type { ParsedAction, ParsedFinding, ParsedReport } from '@closeout/report';
import { classOfHeading } from '../imports/commit/headings.ts';
import { parseText, renderText } from '../imports/read-source.ts';
import { toldActions, wordsOfAction, type ReportRow } from './report-rows.ts';
import { printedResult } from './result-words.ts';

/** A committed import of a report: its id and what entered the ledger from it. */
export interface ImportedReport {
  id: string;
  parsed: ParsedReport;
}

function actionsOf(row: ReportRow, base: ImportedReport, before: ParsedFinding | null): ParsedAction[] {
  return toldActions(row).map((action): ParsedAction => {
    const printed =
      action.importId === base.id && action.importOrdinal !== null
        ? (before?.actions[action.importOrdinal - 1] ?? null)
        : null;
    const text = wordsOfAction(action);
    if (printed === null) return { text, span: null };
    return text === printed.text ? printed : { text, span: printed.span };
  });
}

/** Nobody has taken the finding on: the source's own result stands, as its claim. */
export const standsAsClaimed = (row: ReportRow): boolean => row.state === 'UNCLAIMED';

/** The printed finding with what the ledger says now; where both agree, nothing of it changes. */
function present(before: ParsedFinding, row: ReportRow, base: ImportedReport, settings: RoundSettings): ParsedFinding {
  const description =
    before.description.trim() === '' && row.description === before.title ? before.description : row.description;
  const finding = { ...before, description, actions: actionsOf(row, base, before) };
  if (standsAsClaimed(row)) return finding;
  const { status, words } = printedResult(row, settings);
  if (row.state === 'RECORDED') return { ...finding, status, resultText: row.resultText };
  if (status === before.status && (row.state === 'CLOSED' || row.state === 'CONTINUING')) return finding;
  return { ...finding, status, resultText: words };
}

/** The heading under which a finding that the source does not have is printed. */
function headingOf(row: ReportRow, parsed: ParsedReport): string | null {
  if (row.aspect !== null) return row.aspect.title;
  return (
    parsed.categories.find(({ title }) => classOfHeading(title) === row.remediationType && row.remediationType !== null)
      ?.title ?? null
  );
}

function added(row: ReportRow, base: ImportedReport, settings: RoundSettings): ParsedFinding {
  const { status, words } = printedResult(row, settings);
  return {
    seq: row.seq,
    printedNumber: null,
    body: null,
    category: headingOf(row, base.parsed),
    title: row.description,
    description: row.description,
    actions: actionsOf(row, base, null),
    resultText: words,
    status,
    responsible: { leader: null, department: null, person: null, deadline: null },
    problemAmounts: [],
    refunds: [],
    otherAmounts: [],
    meetings: [],
    documents: [],
    talks: [],
    spans: [],
    layout: null,
  };
}

const startOf = (finding: ParsedFinding): number => finding.spans[0]?.[0] ?? Infinity;

/** Stretches that the parser takes for findings and the clerk did not: they stay in the text as they are. */
async function leftOut(parsed: ParsedReport): Promise<ParsedFinding[]> {
  const taken = parsed.findings.flatMap(({ spans }) => spans);
  const again = await parseText(parsed.source.text, { profile: parsed.profile.corrected });
  return again.findings.filter(({ spans }) => !spans.some(([from, to]) => taken.some(([a, b]) => a < to && from < b)));
}

/** Behind the last finding of the same heading, else at the end. */
function insert(findings: ParsedFinding[], finding: ParsedFinding): ParsedFinding[] {
  const last = findings.findLastIndex(({ category }) => category === finding.category);
  return findings.toSpliced(last < 0 ? findings.length : last + 1, 0, finding);
}

/**
 * The text of an imported report as the ledger stands now: the same characters where nothing was edited; an edited
 * description, a dropped action, a changed result changes its own place; findings and actions added since are printed
 * like their neighbours.
 */
export async function renderImported(
  base: ImportedReport,
  rows: readonly ReportRow[],
  settings: RoundSettings,
): Promise<string> {
  const bySeq = new Map(rows.filter(({ importId }) => importId === base.id).map((row) => [row.importSeq, row]));
  const kept = base.parsed.findings.flatMap((finding) => {
    const row = bySeq.get(finding.seq);
    return row === undefined ? [] : [present(finding, row, base, settings)];
  });
  const printed = [...kept, ...(await leftOut(base.parsed))].toSorted((a, b) => startOf(a) - startOf(b));
  const others = rows.filter(({ importId }) => importId !== base.id).map((row) => added(row, base, settings));
  return renderText({ ...base.parsed, findings: others.reduce(insert, printed) });
}
