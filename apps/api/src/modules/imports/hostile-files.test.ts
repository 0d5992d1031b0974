/** @module-tag slow */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { HOSTILE_FILES } from '../../../test/hostile/files.ts';
import { asWanted, sendHostile } from '../../../test/hostile/send.ts';
import { emptyInspection } from '../../../test/import-files.ts';
import { todaysShare } from '../../../test/today.ts';

/** Those that take a second or less each, and of them a quarter a day; `npm run drill:hostile-files` sends all files and measures the memory. */
const QUICK =
  /42 kB|50,000|says|entity|laughs|macros|renamed|template|packaged|DDE|OFD|circle|2 billion|itself|encrypted|scan|cut in half|100 MB|nothing|\.doc$|\.et |named|nested tags|around a report|deep/u;

describe('files made to harm', () => {
  let api: Api;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const quick = HOSTILE_FILES.filter(({ name }) => QUICK.test(name));
  it.each(todaysShare(quick, 4).map((file) => [file.name, file] as const))(
    '%s',
    { timeout: 30_000 },
    async (_, file) => {
      const target = await emptyInspection(api);
      const answer = await sendHostile(api.url, clerk.headers, target, file, file.make());
      expect(answer).toSatisfy((one: typeof answer) => asWanted(one, file));
      const kept = await api.sql(`SELECT 1 FROM import WHERE inspection_id = $1`, [target.slice(4)]);
      expect(kept).toHaveLength(file.read ? 1 : 0);
      expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    },
  );
});
