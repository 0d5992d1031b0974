import { noticeDocument, noticeValues, type NoticeFacts } from '@closeout/documents';
import { shanghaiDay } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { findingsWithin } from '../access/visibility.ts';
import { fromDate } from '../day.ts';
import { reading } from '../findings/change-finding.ts';
import type { Paper } from './paper-file.ts';
import { demandClasses } from './progress-report.ts';

const INCLUDE = {
  office: true,
  body: true,
  recipients: { orderBy: { ordinal: 'asc' } },
} as const satisfies Prisma.NoticeInclude;
type Letter = Prisma.NoticeGetPayload<{ include: typeof INCLUDE }>;

/** The findings that it names, as far as the viewer sees their outlines. */
async function findingsOf(ctx: Context, noticeId: string): Promise<NoticeFacts['findings']> {
  const r = reading(ctx);
  const sql = `SELECT f.seq, f.title FROM finding f JOIN notice_finding nf ON nf.finding_id = f.id
    WHERE nf.notice_id = ${r.statement.param(noticeId, 'text::uuid')} AND (${findingsWithin('readOutline', 'f', r)}) ORDER BY f.seq`;
  return ctx.db.$queryRawUnsafe<{ seq: number; title: string }[]>(sql, ...r.statement.values);
}

function lettered(notice: Letter, findings: NoticeFacts['findings']): NoticeFacts {
  const { office, body, recipients, handedTo, signedForAt } = notice;
  const posts = recipients.map(({ postTitle }) => postTitle).join('、');
  return {
    office: office.name,
    number: notice.number,
    title: notice.title,
    to: handedTo ?? (posts === '' ? body.name : `${body.name}（${posts}）`),
    text: notice.text,
    findings,
    replyDueOn: fromDate(notice.replyDueOn),
    sentOn: shanghaiDay(notice.sentAt),
    withdrawn: notice.state === 'WITHDRAWN',
    receipt:
      handedTo === null
        ? {
            body: body.name,
            signedBy: [notice.signedForByName, notice.signedForByPost].filter(Boolean).join('　'),
            signedOn: signedForAt === null ? null : shanghaiDay(signedForAt),
          }
        : null,
  };
}

/** A notice as a letter with its reply slip: whoever reads the notice. */
export async function noticePaper(ctx: Context, noticeId: string): Promise<Paper> {
  const id = uuidOf(noticeId, 'ntc', 'the notice');
  await demandVisible(ctx, ctx.db, 'Notice', id, 'the notice');
  demandClasses(ctx);
  const notice = await ctx.db.notice.findUniqueOrThrow({ where: { id }, include: INCLUDE });
  const facts = lettered(notice, await findingsOf(ctx, id));
  const document = noticeDocument(facts);
  const after = { number: notice.number };
  return {
    name: `${notice.number}-${notice.body.shortName}`,
    document,
    // The letter is the office's, so its layout is too. A hand-over goes to an authority, in the built-in one.
    ...(notice.kind === 'HANDOVER'
      ? {}
      : { own: { bodyId: notice.officeId, kind: 'NOTICE' as const, values: noticeValues(document, facts) } }),
    trace: { verb: 'exportNotice', recordType: 'Notice', recordId: id, bodyId: notice.bodyId, after },
  };
}
