import { DamagedFile, zipArchive, type About, type Packed } from '@closeout/archive';
import { DomainError, grantsWith, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { sealHeads } from '../audit/seal-heads.ts';
import { inspectionFor, type InspectionWithBody } from '../imports/inspection-for.ts';
import type { JobOrder, JobWork } from '../jobs/job-work.ts';
import { named, traceOf } from '../reports/export-files.ts';
import { demandClasses } from '../reports/progress-report.ts';
import { archiveFiles, TRAIL } from './archive-files.ts';
import { archivedRecords, type ArchivedRecords } from './archived-records.ts';

/** Who may pack the archive of the body's inspection: its clerk and its secretary (docs/decisions/0025). */
const judge: JobWork['judge'] = async (ctx, { inspectionId }) => {
  await inspectionFor(ctx, encodeId('ins', inspectionId), 'exportArchive');
  demandClasses(ctx);
};

const shanghaiTime = (at: Date): string =>
  `${shanghaiDay(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

function readmeOf(ctx: Context, { body, round }: InspectionWithBody, madeAt: Date, keyId: string | null): string {
  const restricted = grantsWith(ctx.viewer, 'readRestricted').length > 0;
  return [
    `${body.name} ${round.name} 整改档案`,
    '',
    `打包人：${ctx.viewer.name}`,
    `打包时间：${shanghaiTime(madeAt)}（北京时间）`,
    restricted ? '打包人有权查阅的受限谈话已装入,每件已记入审计记录。' : '打包人不查阅受限谈话,本包不含这类材料。',
    '仅供内部使用,不得对外提供。',
    '',
    '核对：在装有本系统程序的电脑上运行  npm run --silent archive:verify -- 本文件 公钥文件',
    '不需要数据库。缺少、改动、增加、调换的文件会逐一指出,审计记录一并核对。',
    'manifest.json 列出每个文件的大小和 SHA-256；manifest.sha256 是清单本身的校验值；manifest.seal 是对它的签名。',
    keyId === null ? '本包没有签名。' : `公钥编号 ${keyId}：请与系统管理员公布的编号比对。`,
    '审计记录是本单位的整条记录链,只有何人何时做了何事,不含具体内容。',
    '',
  ].join('\r\n');
}

/** What leaves with the archive, for the trail: the whole, and each restricted piece by itself. */
async function note(ctx: Context, inspection: InspectionWithBody, { pieces, files }: ArchivedRecords): Promise<void> {
  const restricted = pieces.filter((piece) => piece.restricted);
  const after = { format: 'zip', pieces: pieces.length, files: files.length, restricted: restricted.length };
  const reads = restricted.map(({ id }) => ({
    verb: 'readRestricted',
    recordType: 'Evidence',
    recordId: id,
    bodyId: inspection.bodyId,
  }));
  await inTransaction(ctx, async () => ({
    value: null,
    events: [traceOf(inspection, 'exportArchive', after), ...reads],
  }));
}

/** A damaged or missing file of the store stops the packing with its name: an archive never hides a loss. */
async function* orRefused(content: AsyncIterable<Uint8Array>, place: () => string): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing && !(error instanceof DamagedFile)) throw error;
    throw new DomainError({
      code: 'INVALID',
      rule: 'jobs.storedFile',
      message: `the stored file ${place()} is damaged or missing: tell the administrator`,
      params: { file: place() },
    });
  }
}

/** The archive of an inspection: everything that its owner may read of it, in one zip that verifies by itself. */
export const archiveJob: JobWork = {
  judge,
  async run(ctx, order: JobOrder, progress) {
    await progress('READING');
    const inspection = await inspectionFor(ctx, encodeId('ins', order.inspectionId), 'exportArchive');
    const records = await archivedRecords(ctx, inspection.id);
    const { sealingKey } = ctx;
    const madeAt = ctx.now();
    if (sealingKey !== undefined) await sealHeads(ctx.db, sealingKey, madeAt);
    const keyId = sealingKey?.keyId ?? null;
    const about: About = {
      inspection: { id: encodeId('ins', inspection.id), body: inspection.body.name, round: inspection.round.name },
      madeAt: madeAt.toISOString(),
      madeBy: ctx.viewer.name,
      audit: { file: TRAIL, chain: inspection.bodyId, keyId },
    };
    const watermark = `${ctx.viewer.name} ${shanghaiTime(madeAt)} 导出`;
    const source = { inspection, records, watermark, readme: readmeOf(ctx, inspection, madeAt, keyId) };
    let at = '';
    const files = (async function* () {
      for await (const file of archiveFiles(ctx, source, progress)) {
        at = file.path;
        yield file satisfies Packed;
      }
    })();
    return {
      file: {
        fileName: `${named(ctx, '整改档案', inspection)}.zip`,
        mediaType: 'application/zip',
        content: orRefused(
          zipArchive(files, () => about, sealingKey),
          () => at,
        ),
      },
      async finish(end) {
        await note(end, inspection, records);
        return {};
      },
    };
  },
};
