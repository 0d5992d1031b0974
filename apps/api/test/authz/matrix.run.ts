import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { emptyOf, merge, report, type Result } from './cells.ts';
import { pastCells, payloadCells, readCells, startWorld, startWrites, unclassified, writeCells } from './run.ts';

/** The whole matrix: `npm run authz:matrix`. What it found goes to the file that AUTHZ_RESULT names. */
it('every operation, object field and input field by every role', { timeout: 3_600_000 }, async () => {
  process.env['LOG_LEVEL'] = 'silent';
  const told = (part: string, result: Result): Result => {
    console.log([`${part}: ${result.cells} cells`, ...report(result)].join('\n'));
    return result;
  };
  const reading = await startWorld(true);
  const reads = merge([
    told('read', await readCells(reading)),
    told('read as of the day before', await pastCells(reading)),
  ]);
  await reading.api.stop();
  const writing = await startWrites(true);
  let allowed = 0;
  let reached = 0;
  const seen: NonNullable<typeof writing.seen> = ({ seen: outcome, wrote }) => {
    allowed += outcome === 'allow' ? 1 : 0;
    reached += wrote ? 1 : 0;
  };
  const writes = told('changed', await writeCells({ ...writing, seen }));
  await writing.api.stop();
  const result = merge([reads, writes, told('answered', await payloadCells())]);
  result.unclassified = unclassified(reading.schema);
  const empty = emptyOf(result).map(
    (field) => `no value   ${field}: nobody saw one; fill the record in apps/api/test/authz/fill.ts`,
  );
  console.log(
    [
      ...result.unclassified.map((line) => `no row     ${line}`),
      ...empty,
      `${reached} of ${allowed} allowed changes came as far as their audit entry`,
    ].join('\n'),
  );
  // What nobody sees is as wrong as what the wrong people see.
  const summary = {
    cells: result.cells,
    mismatches: result.mismatches.length + empty.length,
    unclassified: result.unclassified.length,
  };
  writeFileSync(process.env['AUTHZ_RESULT'] ?? '/dev/null', JSON.stringify(summary));
});
