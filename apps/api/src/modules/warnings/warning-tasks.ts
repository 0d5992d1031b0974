import { shanghaiDay } from '@closeout/domain';
import type { TaskList } from 'graphile-worker';
import { hasCome } from '../jobs/queue.ts';
import { claimDigests, sendDigest } from './digests.ts';
import type { MailSink } from './mail-sink.ts';
import { recordNoticeWarnings } from './record-notice-warnings.ts';
import { recordWarnings } from './record-warnings.ts';

export interface WarningWork {
  /** Time of the daily run in Asia/Shanghai. */
  warningsAt: string;
  /** Where the links of a mail lead. */
  baseUrl: string;
  sink: MailSink;
  now: () => Date;
}

/** What the worker does about deadlines: each task is a repetition that adds what is missing. */
export function warningTasks({ warningsAt, baseUrl, sink, now }: WarningWork): TaskList {
  return {
    /** All warnings of today, and the day's mails once their time has come. */
    warnDaily: (_payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const day = shanghaiDay(at);
        await recordWarnings(client, { day, now: at });
        await recordNoticeWarnings(client, { day, now: at });
        if (!hasCome(warningsAt, at)) return;
        await claimDigests(client, day, at);
        await client.query('INSERT INTO warning_run (day, finished_at) VALUES ($1::date, $2) ON CONFLICT DO NOTHING', [
          day,
          at,
        ]);
      }),
    /** The warning of a finding whose deadline, state or people changed. */
    warnFinding: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { findingId } = payload as { findingId: string };
        await recordWarnings(client, { day: shanghaiDay(at), now: at, findingId });
      }),
    /** The warning of a notice that was sent, asked for again or answered. */
    warnNotice: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { noticeId } = payload as { noticeId: string };
        await recordNoticeWarnings(client, { day: shanghaiDay(at), now: at, noticeId });
      }),
    /** The warnings of a body, or of an office's bodies, whose offices, accounts or settings changed. */
    warnBody: (payload, { withPgClient }) =>
      withPgClient(async (client) => {
        const at = now();
        const { bodyId } = payload as { bodyId: string };
        await recordWarnings(client, { day: shanghaiDay(at), now: at, bodyId });
        await recordNoticeWarnings(client, { day: shanghaiDay(at), now: at, bodyId });
      }),
    sendDigest: (payload, { withPgClient }) =>
      withPgClient((client) =>
        sendDigest(client, (payload as { digestId: string }).digestId, { sink, baseUrl, now: now() }),
      ),
  };
}
