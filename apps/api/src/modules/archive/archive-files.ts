import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { KEY, type Packed } from '@closeout/archive';
import { publicText } from '@closeout/audit';
import { catalogueDocument, writeOfficialDocx, type CatalogueEntry } from '@closeout/documents';
import { EVIDENCE_KIND_WORDS } from '@closeout/domain';
import { exportTrail } from '../audit/export-trail.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';
import type { Progress } from '../jobs/job-work.ts';
import type { JobContext } from '../jobs/owner-context.ts';
import type { ArchivedFileRow, ArchivedFinding, ArchivedPiece, ArchivedRecords } from './archived-records.ts';
import { archivedPapers } from './archived-papers.ts';
import { folderName, freePaths } from './box-names.ts';

const EVIDENCE = '05-佐证材料';
const CATALOGUES = '06-档案盒目录';
export const TRAIL = '07-审计记录/audit.tsv';

/** Where a file lies that is no piece's: by what it is. */
const BESIDE: Partial<Record<ArchivedFileRow['purpose'], string>> = {
  SIGNED_FORM: '签字表',
  VOUCHER: '清退凭证',
  CONSENT: '不予清退的同意材料',
};

const two = (seq: number): string => String(seq).padStart(2, '0');
const ofBytes = (path: string, bytes: Uint8Array): Packed => ({
  path,
  open: () => Readable.from([Buffer.from(bytes)]),
});

/** Evidence by finding and piece, under paths that people read; names of the files by piece, for the catalogues. */
function evidenceFiles(ctx: JobContext, { findings, pieces, files }: ArchivedRecords) {
  const free = freePaths();
  const bySeq = new Map(findings.map((finding) => [String(finding.seq), finding]));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const boxOf = (finding: ArchivedFinding | undefined): string =>
    `${EVIDENCE}/${finding === undefined ? '00 未挂具体问题' : `${two(finding.seq)} ${folderName(finding.title)}`}`;
  const pieceFolder = ({ number, title }: ArchivedPiece): string =>
    `${boxOf(bySeq.get(number.split('-')[0] ?? ''))}/${number} ${folderName(title)}`;
  const folders = new Map(pieces.map((piece) => [piece.id, pieceFolder(piece)]));
  const names = new Map<string, string[]>();
  const packed = files.map((file): Packed => {
    const own = file.evidenceId === null ? undefined : folders.get(file.evidenceId);
    const folder = own ?? `${boxOf(byId.get(file.findingId ?? ''))}/${BESIDE[file.purpose] ?? '其他'}`;
    const path = free(folder, file.fileName);
    if (file.evidenceId !== null)
      names.set(file.evidenceId, [...(names.get(file.evidenceId) ?? []), path.slice(folder.length + 1)]);
    return { path, sha256: file.sha256, open: () => createReadStream(ctx.files.pathOf(file.sha256)) };
  });
  return { packed, names };
}

const entryOf = (piece: ArchivedPiece, names: ReadonlyMap<string, string[]>): CatalogueEntry => ({
  piece: piece.number,
  title: piece.title,
  kind: EVIDENCE_KIND_WORDS[piece.kind],
  date: piece.date,
  files: names.get(piece.id) ?? [],
  remark: piece.accepted ? null : '未认可',
});

export interface ArchiveSource {
  inspection: InspectionWithBody;
  records: ArchivedRecords;
  watermark: string;
  /** What is said at the front. */
  readme: string;
}

/**
 * Every file of an archive in its order, each made or opened when its turn comes: papers, evidence, a catalogue for each
 * finding's box, the body's audit trail with the key to verify it.
 */
export async function* archiveFiles(
  ctx: JobContext,
  source: ArchiveSource,
  progress: Progress,
): AsyncGenerator<Packed> {
  const { inspection, records, watermark, readme } = source;
  const papers = archivedPapers(ctx, inspection, watermark);
  const { packed, names } = evidenceFiles(ctx, records);
  const total = papers.length + packed.length + records.findings.length + 2;
  let done = 0;
  const next = (): Promise<void> => progress('PACKING', done++, total);

  await next();
  yield ofBytes('说明.txt', Buffer.from(readme, 'utf8'));
  for (const { folder, fileName, make } of papers) {
    await next();
    yield ofBytes(`${folder}/${fileName}`, await make());
  }
  for (const file of packed) {
    await next();
    yield file;
  }
  const free = freePaths();
  for (const { id, seq, title } of records.findings) {
    await next();
    const entries = records.pieces.filter(({ findingIds }) => findingIds.includes(id));
    const facts = { body: inspection.body.name, finding: { number: seq, title } };
    const document = catalogueDocument({ ...facts, entries: entries.map((piece) => entryOf(piece, names)) });
    const bytes = await writeOfficialDocx({ ...document, watermark });
    yield ofBytes(free(CATALOGUES, `${two(seq)} ${folderName(title)}.docx`), bytes);
  }
  await next();
  yield { path: TRAIL, open: () => Readable.from(exportTrail(ctx.db, inspection.bodyId, false)) };
  const { sealingKey } = ctx;
  if (sealingKey !== undefined) yield ofBytes(KEY, Buffer.from(publicText(sealingKey.publicKey)));
}
