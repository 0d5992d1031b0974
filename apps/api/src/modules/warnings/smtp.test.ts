/** @module-tag slow */
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { workerOver } from '../../../test/worker.ts';
import type { Worker } from '../jobs/worker.ts';

interface Received {
  to: string;
  id: string;
  text: string;
}

/** What the mail server answers next, mail by mail; nothing: it takes the mail. */
type Answer = 'take' | 'busy' | 'hangUp';

/** A mail server that speaks SMTP on a port of this computer. */
class Post {
  readonly received: Received[] = [];
  readonly attempts: string[] = [];
  plan: Answer[] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const [head = '', body = ''] = raw.split(/\r?\n\r?\n(.*)/s);
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const id = /^Message-ID: (.*)$/im.exec(head)?.[1] ?? '';
        this.attempts.push(id);
        const answer = this.plan.shift() ?? 'take';
        if (answer === 'busy') return done(Object.assign(new Error('mailbox busy'), { responseCode: 451 }));
        // Taken, but the answer is lost on the way: the sender cannot know.
        this.received.push({ to, id, text: Buffer.from(body, 'base64').toString('utf8') });
        if (answer === 'hangUp') this.#hangUp();
        else done();
      });
    },
  });

  #hangUp(): void {
    const { connections } = this.#server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
    for (const { _socket } of connections) _socket.destroy();
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.server.address() as AddressInfo).port;
  }

  close = (): Promise<void> => new Promise((resolve) => this.#server.close(() => resolve()));
}

describe('the digest over real SMTP', () => {
  let api: Api;
  let worker: Worker;
  const post = new Post();

  beforeAll(async () => {
    api = await startApi();
    // One person with mail is enough to count by.
    await api.sql(
      `UPDATE person n SET mail = NULL WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = n.id AND a.login IN ('clerk', 'secretary'))`,
    );
    const port = await post.open();
    post.plan = ['busy', 'hangUp'];
    worker = await workerOver(api, { config: { smtpUrl: `smtp://127.0.0.1:${port}` } });
    await sentAll();
  }, 120_000);
  afterAll(async () => {
    await worker.stop();
    await post.close();
    await api.stop();
  });

  /** Waits for every digest of the day; what failed is tried again now instead of after its pause. */
  async function sentAll(): Promise<void> {
    for (let tries = 0; tries < 1_000; tries++) {
      const [row] = await api.sql<{ open: string; made: string }>(
        `SELECT (SELECT count(*) FROM closeout_jobs.jobs) AS open, (SELECT count(*) FROM warning_digest) AS made`,
      );
      if (row?.open === '0' && row.made !== '0') return;
      await api.sql(
        `SELECT closeout_jobs.reschedule_jobs(ARRAY(SELECT id FROM closeout_jobs.jobs WHERE attempts > 0 AND locked_at IS NULL AND run_at > now()), now())`,
      );
      await sleep(40);
    }
    throw new Error(`digests are left: ${JSON.stringify(await api.sql('SELECT last_error FROM closeout_jobs.jobs'))}`);
  }

  test('reaches the server with numbers and links, once for each who has an address', async () => {
    const people = ['clerk@closeout.example', 'secretary@closeout.example'];
    expect([...new Set(post.received.map((mail) => mail.to))].toSorted()).toEqual(people);
    for (const mail of post.received) {
      expect(mail.text).toMatch(/巡察(督|导)〔2026〕\d+号 {2}回复期限/);
      expect(mail.text).toMatch(/https:\/\/closeout\.example\/notices\/ntc_/);
    }
  });

  test('a refused attempt is tried again; one whose answer was lost comes again under the same Message-ID, never another', async () => {
    expect(post.attempts.length).toBe(4);
    const ids = new Set(post.attempts);
    expect(ids.size).toBe(2);
    const digests = await api.sql<{ id: string }>('SELECT id FROM warning_digest WHERE sent_at IS NOT NULL');
    expect([...ids].toSorted()).toEqual(digests.map(({ id }) => `<${id}@closeout.example>`).toSorted());
    // by Message-ID, which mailboxes drop copies by, each person has one mail
    expect(new Set(post.received.map((mail) => `${mail.to} ${mail.id}`)).size).toBe(2);
  });

  test('what was sent is not sent again by another run of the same day', async () => {
    const before = post.attempts.length;
    await api.sql(`SELECT closeout_jobs.add_job('warnDaily')`);
    await sentAll();
    expect(post.attempts).toHaveLength(before);
  });
});
