import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver } from '../../../test/publications.ts';

describe('the public text', () => {
  let api: Api;
  let clerk: Caller;
  let leader: Caller;
  let secretary: Caller;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  beforeAll(async () => {
    api = await startApi();
    await api.sql('DELETE FROM publication_passage');
    world = await publicationsOver(api, '市侨青会');
    [clerk, leader, secretary] = await Promise.all([api.as('clerk'), api.as('leader'), api.as('secretary')]);
  });
  afterAll(() => api.stop());

  it('is begun', async () => {
    const { publication, userErrors } = await world.call(clerk, 'draftPublication');
    console.log(JSON.stringify(userErrors), publication?.passages.map((p) => `${p.key} [${p.role}] ${p.internal.slice(0, 30)}`).join('\n'), JSON.stringify(publication?.hits.map((h) => [h.key, h.kind, h.text, h.suggestions])));
    expect(publication?.state).toBe('DRAFT');
  });
});
