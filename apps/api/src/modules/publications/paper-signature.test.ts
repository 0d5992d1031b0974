import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver } from '../../../test/publications.ts';

/** A body whose ledger came from a published report: its public text follows that report's own words. */
describe('signed on paper', () => {
  let api: Api;
  let clerk: Caller;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  beforeAll(async () => {
    api = await startApi();
    world = await publicationsOver(api, '市体总');
    clerk = await api.as('thirdclerk');
  });
  afterAll(() => api.stop());

  const personOf = async (login: string): Promise<string> =>
    (await api.sql<{ id: string }>(`SELECT 'psn_' || person_id AS id FROM account WHERE login = $1`, [login]))[0]!.id;
  const sheet = async (purpose: string): Promise<string> =>
    (
      await api.sql<{ id: string }>(
        `INSERT INTO attachment (id, body_id, publication_id, purpose, file_name, sha256, size, media_type)
         SELECT gen_random_uuid(), p.body_id, p.id, $1::attachment_purpose, 'sheet.pdf', repeat('a', 64), 1, 'application/pdf' FROM publication p WHERE 'ins_' || p.inspection_id = $2 RETURNING 'att_' || id AS id`,
        [purpose, world.inspectionId],
      )
    )[0]!.id;
  const record = async (login: string, scanId: string, more: object = {}) =>
    world.call(clerk, 'recordPublicationSignature', { signerId: await personOf(login), scanId, signedOn: '2026-11-20', ...more }); // prettier-ignore

  it('the text of an imported report is cut at its own paragraphs, each finding known by its number', async () => {
    const { publication } = await world.call(clerk, 'draftPublication');
    const [{ findings }] = (await api.sql<{ findings: number }>(
      `SELECT count(*)::int AS findings FROM finding WHERE 'ins_' || inspection_id = $1`,
      [world.inspectionId],
    )) as [{ findings: number }];
    const told = new Set(publication!.passages.flatMap(({ number }) => (number === null ? [] : [number])));
    expect(findings).toBeGreaterThan(3);
    expect(told.size).toBe(findings);
    await world.maskAll(clerk);
    expect((await world.call(clerk, 'proposePublication')).userErrors).toEqual([]);
  });

  it('takes the waiting step for who signed, with the scanned sheet, and only for who may', async () => {
    const [form, file] = [await sheet('SIGNED_FORM'), await sheet('SCAN')];
    const rule = async (answer: Promise<{ userErrors: { rule: string }[] }>) => (await answer).userErrors[0]?.rule;
    expect(await rule(record('thirdleader', file))).toBe('access.visible');
    expect(await rule(record('thirdsecretary', form))).toBe('publications.paperSigner');
    expect(await rule(record('leader', form))).toBe('publications.paperSigner');
    expect(await rule(record('thirdleader', form, { signedOn: '2099-01-01' }))).toBe('signoff.paperDate');
    const { publication } = await record('thirdleader', form);
    expect([publication?.state, publication?.versions[0]!.signatures.map(({ role, method }) => `${role} ${method}`)]).toEqual(['REVIEWED', ['PROPOSER DIGITAL', 'REVIEWER PAPER']]); // prettier-ignore
    const approved = await record('thirdsecretary', form);
    expect(approved.publication?.state).toBe('APPROVED');
    const removed = await clerk.execute<{ removeAttachment: { userErrors: { rule: string }[] } }>(
      'mutation R($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { userErrors { rule } } }',
      { input: { attachmentId: form } },
    );
    expect(removed.removeAttachment.userErrors[0]?.rule).toMatch(/files\.signatureStays|publications\.state/);
  });
});
