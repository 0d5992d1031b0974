import type { RoundSettings } from '@closeout/domain';
import type { ReportAspect } from '@closeout/documents';
import { composeReport, type ComposeAspect } from '@closeout/report';
import { fromDate } from '../day.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';
import { toldActions, wordsOfAction, type ReportRow } from './report-rows.ts';
import { printedResult } from './result-words.ts';

const CLASS_HEADINGS = { IMMEDIATE: '立行立改情况', STAGED: '集中整改情况', CONTINUING: '长期坚持情况' } as const;

/** Findings without an aspect stand under their class, the immediate ones first of all; then the aspects in order. */
function headingOf(row: ReportRow): { title: string | null; order: number } {
  if (row.aspect !== null) return { title: row.aspect.title, order: row.aspect.ordinal };
  if (row.remediationType === null) return { title: null, order: 1_000_002 };
  return {
    title: CLASS_HEADINGS[row.remediationType],
    order: row.remediationType === 'IMMEDIATE' ? -1 : row.remediationType === 'STAGED' ? 1_000_000 : 1_000_001,
  };
}

/** The rows by heading, in the order of the report. */
function groupsOf(rows: readonly ReportRow[]): [title: string | null, rows: ReportRow[]][] {
  const placed = rows
    .map((row) => ({ row, heading: headingOf(row) }))
    .toSorted((a, b) => a.heading.order - b.heading.order || a.row.seq - b.row.seq);
  const groups = Map.groupBy(placed, ({ heading }) => heading.title);
  return [...groups].map(([title, members]) => [title, members.map(({ row }) => row)]);
}

/** The same as a body's own template lays it out. */
export const templateAspects = (rows: readonly ReportRow[], settings: RoundSettings): ReportAspect[] =>
  groupsOf(rows).map(([title, members]) => ({
    title,
    findings: members.map((row) => ({
      number: row.seq,
      description: row.description,
      actions: toldActions(row).map(wordsOfAction),
      result: printedResult(row, settings).words,
    })),
  }));

function aspectsOf(rows: readonly ReportRow[], settings: RoundSettings): ComposeAspect[] {
  return groupsOf(rows).map(([title, members]) => ({
    title,
    findings: members.map((row) => {
      const { status, words } = printedResult(row, settings);
      return { description: row.description, actions: toldActions(row).map(wordsOfAction), status, resultText: words };
    }),
  }));
}

/** The progress report from plain rows of the ledger, in the layout of the genre; facts that are absent are left out. */
export function composedText(
  inspection: InspectionWithBody,
  rows: readonly ReportRow[],
  settings: RoundSettings,
): string {
  const kind = inspection.round.level === 'XUNSHI' ? '巡视' : '巡察';
  return composeReport({
    title: `${inspection.body.name}关于${kind}整改进展情况的通报`,
    body: inspection.body.name,
    kind,
    team: inspection.team,
    inspectionStart: fromDate(inspection.onSiteFrom),
    inspectionEnd: fromDate(inspection.onSiteTo),
    feedbackDate: fromDate(inspection.feedbackOn),
    aspects: aspectsOf(rows, settings),
  });
}
