import type { LedgerColumn } from '@closeout/documents';
import { DomainError, invalid } from '@closeout/domain';
import type { ProfileOverride, ResultWords } from '@closeout/report';
import type { Context } from '../../graphql/context.ts';
import { plain } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { changeImport, readImport, readingOf, type ImportRequest } from './change-import.ts';
import type { LayoutProfileInput, RemapColumnsInput, ReparseInput } from './import.inputs.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { demandFindings, parseText, readLedgerOf, reportOf } from './read-source.ts';
import { ownResultWords } from './result-words.ts';

const MAX_LABELS = 20;

function demandWords(words: readonly string[], field: string): string[] {
  if (words.length > MAX_LABELS) throw invalid(field, 'input.count', `at most ${MAX_LABELS} labels`);
  return words.map((word) => requireText(word, field, 20));
}

function labelsOf(input: LayoutProfileInput['labels']): ProfileOverride['labels'] {
  const entries = Object.entries(input ?? {}).flatMap(([kind, words]: [string, string[] | null | undefined]) => {
    return words ? [[kind, demandWords(words, `profile.labels.${kind}`)]] : [];
  });
  return Object.fromEntries(entries) as ProfileOverride['labels'];
}

const RESULTS = {
  completed: 'COMPLETED',
  basically: 'BASICALLY',
  partial: 'PARTIAL',
  ongoing: 'ONGOING',
  notDone: 'NOT_DONE',
} as const;

/** The words of the inspection's settings, and for each result that is given those instead. */
function resultsOf(input: LayoutProfileInput['results'], own: ResultWords = {}): Pick<ProfileOverride, 'results'> {
  const given = Object.entries(RESULTS).flatMap(([field, result]) => {
    const words = input?.[field as keyof typeof RESULTS];
    return words ? [[result, demandWords(words, `profile.results.${field}`)]] : [];
  });
  const results: ResultWords = { ...own, ...Object.fromEntries(given) };
  return Object.keys(results).length === 0 ? {} : { results };
}

const overrideOf = (input: LayoutProfileInput, own?: ResultWords): ProfileOverride => ({
  ...resultsOf(input.results, own),
  ...(input.findingLevel ? { findingLevel: input.findingLevel } : {}),
  ...(input.categoryLevel === undefined ? {} : { categoryLevel: input.categoryLevel }),
  ...(input.labels ? { labels: labelsOf(input.labels) } : {}),
});

const demandKind = (kind: string, wanted: string, field: string): void => {
  if (kind !== wanted)
    throw invalid(
      field,
      'imports.kind',
      wanted === 'REPORT' ? 'this import is a list, not a report' : 'this import is a report, not a list',
    );
};

/** Reads a report's text again with a corrected layout. */
export async function reparse(ctx: Context, input: ReparseInput): Promise<string> {
  const request: ImportRequest = { ...input, verb: 'reparse', state: 'DRAFT' };
  const before = await readImport(ctx, request);
  demandKind(before.kind, 'REPORT', 'importId');
  const { settings } = await settingsOfInspection(ctx.db, before.inspectionId);
  const profile = overrideOf(input.profile, ownResultWords(settings));
  const stored = await readingOf(ctx.db, before.id);
  const { setAside = [] } = reportOf(stored.parsed).source;
  const parsed = await parseText(stored.sourceText ?? '', { profile, setAside });
  demandFindings(parsed);
  return changeImport(ctx, request, async () => ({
    patch: { parsed: plain(parsed), checkedSeqs: [] },
    after: { profile, findings: parsed.findings.length },
  }));
}

function mappingOf(input: RemapColumnsInput): Record<number, LedgerColumn | null> {
  const wrong = input.mapping.find(({ column }) => column < 1 || column > 16_384);
  if (wrong !== undefined) throw invalid('mapping', 'imports.column', `there is no column ${wrong.column}`);
  return Object.fromEntries(input.mapping.map(({ column, field }) => [column, field ?? null]));
}

/** Reads a list's stored workbook again with other columns. */
export async function remapColumns(ctx: Context, input: RemapColumnsInput): Promise<string> {
  const request: ImportRequest = { ...input, verb: 'remapColumns', state: 'DRAFT' };
  const before = await readImport(ctx, request);
  demandKind(before.kind, 'LEDGER_WORKBOOK', 'importId');
  if (input.headerRow && input.headerRow < 1) throw invalid('headerRow', 'imports.headerRow', 'rows count from 1');
  const bytes = await ctx.files.open(before.sha256);
  if (bytes === null)
    throw new DomainError({
      code: 'MISSING',
      rule: 'imports.fileGone',
      message: 'the stored file is not there any more; send it again',
    });
  const options = {
    mapping: mappingOf(input),
    ...(input.sheet ? { sheet: input.sheet } : {}),
    ...(input.headerRow ? { headerRow: input.headerRow } : {}),
  };
  const parsed = await readLedgerOf(ctx, before.bodyId, bytes, options);
  return changeImport(ctx, request, async () => ({
    patch: { parsed: plain(parsed), checkedSeqs: [] },
    after: { ...options, findings: parsed.findings.length },
  }));
}
