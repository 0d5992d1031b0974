import { DomainError, LIMITS, invalid, notFound } from '@closeout/domain';
import { z } from 'zod';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import type { ChangeMailSettingsInput, MailSettings, MarkWarningsSeenInput } from './warning.type.ts';

/** The person who asks; a token is nobody, and has no list of its own. */
function ownPerson(ctx: Context): string {
  if (ctx.viewer.personId === null) throw notFound('the person');
  return ctx.viewer.personId;
}

/** Marks own warnings as seen; another's answers like an absent one. Seen twice is seen once. */
export async function markWarningsSeen(ctx: Context, input: MarkWarningsSeenInput): Promise<number> {
  const personId = ownPerson(ctx);
  if (input.warningIds.length > LIMITS.batch) {
    const message = `at most ${LIMITS.batch} warnings at once`;
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.count',
      field: 'warningIds',
      message,
      params: { limit: LIMITS.batch },
    });
  }
  const ids = [...new Set(input.warningIds.map((id) => uuidOf(id, 'wrn', 'the warning')))];
  return inTransaction(ctx, async (tx) => {
    const own = await tx.warningDelivery.count({ where: { id: { in: ids }, personId } });
    if (own < ids.length) throw notFound('the warning');
    const { count } = await tx.warningDelivery.updateMany({
      where: { id: { in: ids }, personId, seenAt: null },
      data: { seenAt: ctx.now() },
    });
    return {
      value: count,
      events: [{ verb: 'markWarningsSeen', recordType: 'Warning', recordId: null, bodyId: null, after: { ids } }],
    };
  });
}

export async function ownMailSettings(ctx: Context): Promise<MailSettings | null> {
  if (ctx.viewer.personId === null) return null;
  return ctx.db.person.findUnique({ where: { id: ctx.viewer.personId }, select: { mail: true, mailOn: true } });
}

/** Where the own mails go, and whether any do. The audit trail notes that it changed, not the address. */
export async function changeMailSettings(ctx: Context, input: ChangeMailSettingsInput): Promise<MailSettings> {
  const personId = ownPerson(ctx);
  const mail = input.mail?.trim() || null;
  if (mail !== null && (mail.length > LIMITS.title || !z.email().safeParse(mail).success))
    throw invalid('mail', 'warnings.mail', 'this is not a mail address');
  if (mail === null && input.mailOn) throw invalid('mail', 'warnings.mailNeeded', 'mails need an address');
  return inTransaction(ctx, async (tx) => {
    const person = await tx.person.update({ where: { id: personId }, data: { mail, mailOn: input.mailOn } });
    return {
      value: { mail: person.mail, mailOn: person.mailOn },
      events: [
        {
          verb: 'changeMailSettings',
          recordType: 'Person',
          recordId: personId,
          bodyId: person.bodyId,
          after: { mailOn: input.mailOn, mail: mail === null ? null : '…' },
        },
      ],
    };
  });
}
