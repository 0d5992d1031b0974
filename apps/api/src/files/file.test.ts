import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS, type FieldClass } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../test/api.ts';
import { tokenFor } from '../../test/tokens.ts';
import { actionNo, findingNo, mutate, NOBODY } from '../../test/work.ts';
import { hashSecret, newSecret } from '../modules/access/credentials.ts';

interface Ticket {
  ticket: string | null;
  uploadPath: string | null;
}
const pdf = (words: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n% ${words}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
  );

describe('files', () => {
  let api: Api;
  let who: Record<'handler' | 'head' | 'secretary' | 'clerk' | 'office' | 'other', Caller>;
  let piece: string;
  beforeAll(async () => {
    api = await startApi();
    const logins = {
      handler: 'handler',
      head: 'head',
      secretary: 'secretary',
      clerk: 'clerk',
      office: 'office',
      other: 'otherhead',
    };
    who = Object.fromEntries(
      await Promise.all(Object.entries(logins).map(async ([key, login]) => [key, await api.as(login)])),
    ) as typeof who;
    piece = await newPiece();
  });
  afterAll(() => api.stop());

  async function newPiece(): Promise<string> {
    const action = actionNo(await findingNo(who.handler, 23), 1);
    const made = await mutate<{ evidence: { id: string } }>(
      who.handler,
      'addFileEvidence',
      { actionIds: [action.id], title: '盘点表' },
      'evidence { id }',
    );
    return made.evidence.id;
  }
  const ask = (caller: Caller, more: Record<string, unknown> = {}) =>
    mutate<Ticket>(
      caller,
      'requestUpload',
      { purpose: 'FILE', evidenceId: piece, fileName: '盘点表.pdf', size: 200, ...more },
      'ticket uploadPath',
    );
  const send = (
    caller: Caller,
    target: string | null,
    body: NonNullable<RequestInit['body']>,
    init: RequestInit = {},
  ) => caller.fetch(target as string, { method: 'PUT', body, ...init });
  const upload = async (
    content: Buffer,
    more: Record<string, unknown> = {},
  ): Promise<{ id: string; sha256: string }> => {
    const response = await send(who.handler, (await ask(who.handler, more)).uploadPath, new Uint8Array(content));
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; sha256: string };
  };
  const drafts = async () => (await readdir(api.filesDir)).filter((name) => name.startsWith('.'));

  it('takes a file by a ticket, keeps it under its hash, and hands it out as an attachment', async () => {
    const content = pdf('第一份');
    const { id, sha256 } = await upload(content, { fileName: '盘点表（终稿）.pdf' });
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await readFile(path.join(api.filesDir, sha256))).toEqual(content);
    const [row] = await api.sql(
      `SELECT purpose, file_name, media_type, size, sha256, uploaded_by_name FROM attachment WHERE id = $1`,
      [id.slice(4)],
    );
    expect(row).toEqual({
      purpose: 'FILE',
      file_name: '盘点表（终稿）.pdf',
      media_type: 'application/pdf',
      size: content.length,
      sha256,
      uploaded_by_name: '江晚',
    });
    const [event] = await api.sql<{ verb: string; after: object }>(
      `SELECT verb, after FROM audit_event WHERE record_id = $1`,
      [id.slice(4)],
    );
    expect(event).toMatchObject({ verb: 'uploadFile', after: { sha256 } });
    const response = await who.handler.fetch(`/files/${id}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('盘点表（终稿）.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(await drafts()).toEqual([]);
  });

  it('uses a ticket once, in time, for the one who asked, and only signed in', async () => {
    const { uploadPath, ticket } = await ask(who.handler);
    const body = new Uint8Array(pdf('once'));
    expect((await send(who.head, uploadPath, body)).status).toBe(410);
    expect((await send(api.withHeaders({}), uploadPath, body)).status).toBe(401);
    expect((await send(who.handler, uploadPath, body, { method: 'POST' })).status).toBe(201);
    const again = await send(who.handler, uploadPath, body);
    expect(again.status).toBe(410);
    expect(await again.json()).toMatchObject({
      code: 'TICKET_INVALID',
      message: expect.stringContaining('过期') as string,
    });
    expect(
      (
        await api.sql(`SELECT 1 FROM upload_ticket WHERE token_hash = $1 AND used_at IS NOT NULL`, [
          hashSecret(ticket as string),
        ])
      ).length,
    ).toBe(1);
    const late = await ask(who.handler);
    await api.sql(`UPDATE upload_ticket SET expires_at = '2026-11-22T01:59:59Z' WHERE token_hash = $1`, [
      hashSecret(late.ticket as string),
    ]);
    expect((await send(who.handler, late.uploadPath, body)).status).toBe(410);
    expect((await send(who.handler, `/uploads/${newSecret()}`, body)).status).toBe(410);
  });

  it('two uploads with one ticket at the same time: one file', async () => {
    const { uploadPath } = await ask(who.handler);
    const answers = await Promise.all(
      [0, 1, 2, 3, 4].map((n) => send(who.handler, uploadPath, new Uint8Array(pdf(`race ${n}`)))),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([201, 410, 410, 410, 410]);
  });

  it('refuses names and sizes before the upload, and targets by the rules of their records', async () => {
    const first = async (more: Record<string, unknown>, caller = who.handler) =>
      (await ask(caller, more)).userErrors[0];
    expect(await first({ fileName: 'a.exe' })).toMatchObject({
      code: 'INVALID',
      field: 'fileName',
      rule: 'files.EXTENSION_NOT_ALLOWED',
    });
    expect(await first({ fileName: 'a.html.pdf' })).toMatchObject({ rule: 'files.NAME_DISGUISED' });
    expect(await first({ size: LIMITS.fileBytes + 1 })).toMatchObject({ code: 'LIMIT', rule: 'files.size' });
    expect(await first({ size: 0 })).toMatchObject({ rule: 'files.FILE_EMPTY' });
    expect(await first({ purpose: 'CONSENT' })).toMatchObject({ rule: 'files.purpose' });
    expect(await first({ findingId: 'fnd_x' })).toMatchObject({ rule: 'files.oneTarget' });
    expect(await first({}, who.secretary)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await first({}, who.other)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(who.other)).toEqual(await ask(who.other, { evidenceId: `evd_${NOBODY}` }));
    const [inReview] = await api.sql<{ id: string }>(
      `SELECT e.id FROM evidence e WHERE piece_number = '24-1-01' AND created_by_name = '江晚'`,
    );
    expect(await first({ evidenceId: `evd_${inReview?.id}` })).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const finding = await findingNo(who.clerk, 28);
    expect(await first({ evidenceId: null, findingId: finding.id, purpose: 'SIGNED_FORM' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('refuses content that is not what it says, is empty or too large, and leaves nothing behind', async () => {
    const count = async () => (await api.sql<{ n: string }>(`SELECT count(*) AS n FROM attachment`))[0]?.n;
    const before = [await count(), (await readdir(api.filesDir)).length];
    const html = await send(who.handler, (await ask(who.handler)).uploadPath, '<html><script>alert(1)</script></html>');
    expect([html.status, await html.json()]).toMatchObject([415, { code: 'CONTENT_UNKNOWN' }]);
    const png = await send(
      who.handler,
      (await ask(who.handler, { fileName: 'x.png' })).uploadPath,
      new Uint8Array(pdf('x')),
    );
    expect([png.status, await png.json()]).toMatchObject([
      415,
      { code: 'CONTENT_MISMATCH', params: { actual: 'pdf' } },
    ]);
    const empty = await send(who.handler, (await ask(who.handler)).uploadPath, new Uint8Array(0));
    expect([empty.status, await empty.json()]).toMatchObject([415, { code: 'FILE_EMPTY' }]);
    expect([await count(), (await readdir(api.filesDir)).length]).toEqual(before);
  });

  it('stops a stream at the limit, whatever its length claimed', async () => {
    const { uploadPath } = await ask(who.handler);
    const declared = await send(who.handler, uploadPath, Buffer.alloc(LIMITS.fileBytes + 1));
    expect(declared.status).toBe(413);
    // Refused by its declared length: the ticket is still good for a stream without one.
    const chunk = randomBytes(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 60) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const streamed = await send(who.handler, uploadPath, body, { duplex: 'half' } as RequestInit);
    expect([streamed.status, await streamed.json()]).toMatchObject([
      413,
      { code: 'FILE_TOO_LARGE', params: { limit: 50 } },
    ]);
    expect(await drafts()).toEqual([]);
    expect((await api.sql(`SELECT 1 FROM attachment WHERE size > 40000000`)).length).toBe(0);
    expect((await send(who.handler, uploadPath, new Uint8Array(pdf('after')))).status).toBe(410);
  });

  it('asks for the right again when the bytes come: a finding submitted meanwhile takes no file', async () => {
    const { uploadPath } = await ask(who.handler);
    const finding = await findingNo(who.handler, 23);
    await api.sql(`UPDATE finding SET state = 'UNCLAIMED' WHERE id = $1`, [finding.id.slice(4)]);
    const response = await send(who.handler, uploadPath, new Uint8Array(pdf('too late')));
    await api.sql(`UPDATE finding SET state = 'RECTIFYING' WHERE id = $1`, [finding.id.slice(4)]);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'ILLEGAL_TRANSITION' }]);
    expect(await drafts()).toEqual([]);
  });

  it('answers files that are not visible like absent ones, to sessions and tokens', async () => {
    const { id } = await upload(pdf('walls'));
    const absent = await who.other.fetch(`/files/att_${NOBODY}`);
    const expected = [404, await absent.text()];
    for (const caller of [who.other, who.office]) {
      const response = await caller.fetch(`/files/${id}`);
      expect([response.status, await response.text()]).toEqual(expected);
    }
    for (const odd of ['att_x', `evd_${id.slice(4)}`, '..%2f..%2fetc%2fpasswd'])
      expect((await who.handler.fetch(`/files/${odd}`)).status).toBe(404);
    expect((await api.withHeaders({}).fetch(`/files/${id}`)).status).toBe(401);
  });

  it('lets a token read files of its body only with every class that a file may hold', async () => {
    const { id } = await upload(pdf('token'));
    const status = async (classes: FieldClass[], body = '市侨青会') =>
      (await (await tokenFor(api, body, { classes })).caller.fetch(`/files/${id}`)).status;
    expect(await status(['STATISTICS', 'TEXT', 'NAMES', 'MONEY'])).toBe(200);
    expect(await status(['STATISTICS', 'TEXT', 'MONEY'])).toBe(404);
    expect(await status(['STATISTICS', 'TEXT', 'NAMES', 'MONEY'], '市园林中心')).toBe(404);
  });

  it('notes who read a file of restricted evidence, and hides it from the clerk', async () => {
    const { id } = await upload(pdf('restricted'), { evidenceId: (piece = await newPiece()) });
    await api.sql(`UPDATE evidence SET restricted = true WHERE id = $1`, [piece.slice(4)]);
    expect((await who.clerk.fetch(`/files/${id}`)).status).toBe(404);
    expect((await who.secretary.fetch(`/files/${id}`)).status).toBe(200);
    const events = await api.sql<{ verb: string; actor_name: string }>(
      `SELECT verb, actor_name FROM audit_event WHERE record_id = $1 ORDER BY id`,
      [id.slice(4)],
    );
    expect(events).toEqual([
      { verb: 'uploadFile', actor_name: '江晚' },
      { verb: 'readRestricted', actor_name: '闻予知' },
    ]);
  });

  it('asks for review again when files of a reviewed piece change, and removes files with their trace', async () => {
    piece = await newPiece();
    const { id, sha256 } = await upload(pdf('reviewed'));
    const acceptance = async () =>
      (await api.sql<{ acceptance: string }>(`SELECT acceptance FROM evidence WHERE id = $1`, [piece.slice(4)]))[0]
        ?.acceptance;
    await mutate(who.head, 'reviewEvidence', { evidenceIds: [piece], accept: true }, 'evidence { id }');
    expect(await acceptance()).toBe('ACCEPTED');
    const remove = (caller: Caller, attachmentId = id) =>
      mutate<{ removedId: string | null }>(caller, 'removeAttachment', { attachmentId }, 'removedId');
    expect((await remove(who.secretary)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect(await remove(who.other)).toEqual(await remove(who.other, `att_${NOBODY}`));
    expect(await remove(who.handler)).toEqual({ removedId: id, userErrors: [] });
    expect(await acceptance()).toBe('PENDING');
    expect((await who.handler.fetch(`/files/${id}`)).status).toBe(404);
    const [event] = await api.sql<{ before: { sha256: string } }>(
      `SELECT before FROM audit_event WHERE verb = 'removeAttachment' AND record_id = $1 AND success`,
      [id.slice(4)],
    );
    expect(event?.before.sha256).toBe(sha256);
  });

  it('keeps the form under which somebody signed on paper', async () => {
    const [signed] = await api.sql<{ id: string }>(
      `SELECT t.id FROM attachment t JOIN resolution r ON r.scan_id = t.id JOIN body b ON b.id = t.body_id WHERE b.short_name = '市侨青会' LIMIT 1`,
    );
    const answer = await mutate(who.clerk, 'removeAttachment', { attachmentId: `att_${signed?.id}` }, 'removedId');
    expect(answer.userErrors[0]).toMatchObject({ rule: 'files.signatureStays' });
  });
});
