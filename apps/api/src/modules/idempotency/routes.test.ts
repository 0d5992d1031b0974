import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { fixtureText } from '../../../test/import-files.ts';
import { actionNo, findingNo, mutate, PDF } from '../../../test/work.ts';

let api: Api;
let clerk: Caller;
let inspectionId: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  inspectionId = (await findingNo(clerk, 23)).inspection.id;
});
afterAll(() => api.stop());

describe('routes beside GraphQL', () => {
  it('a report that is sent again is the same import; another one under its key is refused', async () => {
    const key = randomUUID();
    const report = fixtureText('03-laonianxiehui-sample-like');
    const send = (text: string): Promise<Response> =>
      clerk.fetch('/import/report', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ inspectionId, text }),
      });
    const answers = await Promise.all([send(report), send(report), send(report)]);
    const texts = await Promise.all(answers.map((one) => one.text()));
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201]);
    expect(new Set(texts).size).toBe(1);
    const other = await send(`${report}\n又一行`);
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('a file whose answer was lost is answered again, although its ticket is used up', async () => {
    const action = actionNo(await findingNo(await api.as('handler'), 23), 1);
    const handler = await api.as('handler');
    const { evidence } = await mutate<{ evidence: { id: string } }>(
      handler,
      'addFileEvidence',
      { actionIds: [action.id], title: '盘点表' },
      'evidence { id }',
    );
    const { uploadPath } = await mutate<{ uploadPath: string }>(
      handler,
      'requestUpload',
      { purpose: 'FILE', evidenceId: evidence.id, fileName: '盘点表.pdf', size: 200 },
      'uploadPath',
    );
    const send = (key: string): Promise<Response> =>
      handler.fetch(uploadPath, { method: 'PUT', headers: { 'idempotency-key': key }, body: PDF });
    const key = randomUUID();
    const first = await send(key);
    expect(first.status).toBe(201);
    const again = await send(key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(await again.json()).toEqual(await first.json());
    expect((await send(randomUUID())).status).toBe(410);
    expect(await api.sql(`SELECT 1 FROM attachment WHERE evidence_id = $1`, [evidence.id.slice(4)])).toHaveLength(1);
  });
});
