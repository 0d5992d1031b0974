import { expect, it } from 'vitest';
import { NOW, startApi } from '../../../test/api.ts';
import { strangerAt } from '../../../test/public-form.ts';
import { NO_RATES } from '../../api-settings.ts';

it('an address and an item take so many comments an hour; what was typed comes back with the reason', async () => {
  let clock = NOW.getTime();
  const rates = { ...NO_RATES, commenter: 3, commented: 2 };
  const api = await startApi({ server: { now: () => new Date(clock), settings: { rates } } });
  const [{ slug }] = (await api.sql<{ slug: string }>(
    `UPDATE published.publication SET comments_on = true WHERE content IS NOT NULL RETURNING slug`,
  )) as [{ slug: string }];
  const send = async (item: number, text: string): Promise<Response> => {
    const stranger = strangerAt(api, slug, item);
    const ticket = stranger.ticketIn(await stranger.open());
    clock += 5_000;
    return stranger.send({ ticket, text });
  };
  expect((await send(1, '一')).status).toBe(303);
  expect((await send(1, '二')).status).toBe(303);
  const ofItem = await send(1, '三');
  expect([ofItem.status, await ofItem.text()]).toEqual([429, expect.stringContaining('三</textarea')]);
  const ofAddress = await send(2, '四');
  expect([ofAddress.status, await ofAddress.text()]).toEqual([429, expect.stringContaining('留言过于频繁')]);
  expect(await api.sql('SELECT 1 FROM publication_comment')).toHaveLength(2);
  await api.stop();
});
