import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { emptyOf, merge, report } from './cells.ts';
import { payloadCells, readCells, startWorld, startWrites, unclassified, writeCells } from './run.ts';

/** The whole matrix: `npm run authz:matrix`. What it found goes to the file that AUTHZ_RESULT names. */
it('every operation, object field and input field by every role', { timeout: 3_600_000 }, async () => {
  process.env['LOG_LEVEL'] = 'silent';
  const reading = await startWorld(true);
  const reads = await readCells(reading);
  await reading.api.stop();
  const writing = await startWrites(true);
  let allowed = 0;
  let reached = 0;
  const seen: NonNullable<typeof writing.seen> = ({ seen: outcome, wrote }) => {
    allowed += outcome === 'allow' ? 1 : 0;
    reached += wrote ? 1 : 0;
  };
  const writes = await writeCells({ ...writing, seen });
  await writing.api.stop();
  const result = merge([reads, writes, await payloadCells()]);
  result.unclassified = unclassified(reading.schema);
  const empty = emptyOf(result).map(
    (field) => `no value   ${field}: nobody saw one; fill the record in apps/api/test/authz/fill.ts`,
  );
  console.log(
    [...report(result), ...empty, `${reached} of ${allowed} allowed changes came as far as their audit entry`].join(
      '\n',
    ),
  );
  const { cells, mismatches, faults } = result;
  const summary = {
    cells,
    mismatches: mismatches.length,
    unclassified: result.unclassified.length,
    faults: faults.length,
    empty: empty.length,
  };
  writeFileSync(process.env['AUTHZ_RESULT'] ?? '/dev/null', JSON.stringify(summary));
});
