import { parseReport } from '@closeout/report';
import { findings } from './content/findings.ts';
import { tizongReport } from './content/report.ts';
import type { BodyKey, DemoFinding } from './content/types.ts';
import { at } from './days.ts';
import { audit, clerkOf } from './stage.ts';
import type { Stage } from './stage.ts';

const text = tizongReport();

/** The third body's published report: received, parsed, checked and committed as history. */
export function seedImport(stage: Stage): void {
  const { rows, id, scans } = stage;
  const clerk = clerkOf('tizong');
  const importId = id('import:tizong');
  rows.imports.push({
    id: importId,
    bodyId: id('body:tizong'),
    inspectionId: id('inspection:tizong'),
    kind: 'REPORT',
    mode: 'HISTORY',
    state: 'COMMITTED',
    fileName: '市体总巡察整改进展情况的通报.txt',
    sha256: scans.keep(Buffer.from(text, 'utf8'), 'text/plain').sha256,
    sourceText: text,
    parsed: JSON.parse(JSON.stringify(parseReport(text))),
    checkedSeqs: findings.tizong.map((finding) => finding.no),
    createdByName: clerk.name,
    createdAt: at('2026-11-03', '09:10'),
    committedAt: at('2026-11-03', '09:30'),
  });
  audit(stage, {
    at: at('2026-11-03', '09:30'),
    body: 'tizong',
    by: clerk,
    verb: 'importReport',
    type: 'Import',
    id: importId,
  });
}

/** The import a finding came from and its place in it; nulls where the body typed its ledger itself. */
export function importOf(
  { id }: Stage,
  body: BodyKey,
  finding: DemoFinding,
): { importId: string | null; importSeq: number | null } {
  if (body !== 'tizong') return { importId: null, importSeq: null };
  return { importId: id('import:tizong'), importSeq: finding.no };
}

/** Where a stretch stands in the imported source, in UTF-16 code units. */
export function spanOf(body: BodyKey, stretch: string): { spanFrom: number | null; spanTo: number | null } {
  const from = body === 'tizong' ? text.indexOf(stretch) : -1;
  return from < 0 ? { spanFrom: null, spanTo: null } : { spanFrom: from, spanTo: from + stretch.length };
}
