import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Api } from '../../test/api.ts';
import { actionNo, findingNo, mutate, inspectionOf } from '../../test/work.ts';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let api: Api;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.stop());

it('shows a PDF and the words of a .docx to who may read the file, and nothing else inline', async () => {
  const [handler, clerk, other] = [await api.as('handler'), await api.as('clerk'), await api.as('otherhead')];
  const action = actionNo(await findingNo(handler, 23), 1);
  const { evidence } = await mutate<{ evidence: { id: string } }>(
    handler,
    'addFileEvidence',
    { actionIds: [action.id], title: '盘点表' },
    'evidence { id }',
  );
  const upload = async (fileName: string, content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const input = { purpose: 'FILE', evidenceId: evidence.id, fileName, size: content.length };
    const { uploadPath } = await mutate<{ uploadPath: string }>(handler, 'requestUpload', input, 'uploadPath');
    const sent = await handler.fetch(uploadPath, { method: 'PUT', body: content });
    return ((await sent.json()) as { id: string }).id;
  };
  const report = await clerk.fetch(`/export/report.docx?inspectionId=${await inspectionOf(api)}`);
  expect(report.headers.get('content-type')).toBe(WORD);
  const word = await upload('整改报告.docx', new Uint8Array(await report.arrayBuffer()));
  const scan = await upload('盘点表.pdf', new Uint8Array(PDF));

  const words = await handler.fetch(`/files/${word}/text`);
  expect(words.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(words.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(await words.text()).toContain('整改');
  const shown = await handler.fetch(`/files/${scan}/inline`);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; /) as string,
    'content-security-policy': "frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
  });
  const status = async (caller: typeof handler, path: string) => (await caller.fetch(path)).status;
  expect(await status(other, `/files/${word}/text`)).toBe(404);
  expect(await status(other, `/files/${scan}/inline`)).toBe(404);
  expect(await status(handler, `/files/${scan}/text`)).toBe(415);
  expect(await status(handler, `/files/${word}/inline`)).toBe(415);
});
