import { readFileSync } from 'node:fs';
import { readPublicKey } from './seal.ts';
import { verifyFile } from './verify-file.ts';
import { problemWords } from './verify.ts';

const USAGE =
  'npm run --silent audit:verify -- EXPORT KEY   (EXPORT: a file of audit:export; KEY: the public key, PEM)';
/** Named one by one; the rest is counted. */
const MOST = 100;

/** Verifies an export without the database: 0 when every row holds, 1 when not, 2 when it could not be read. */
async function main([exported, key]: string[]): Promise<number> {
  if (exported === undefined || key === undefined) {
    console.error(USAGE);
    return 2;
  }
  const begun = performance.now();
  const { rows, chains, problems, unsealed } = await verifyFile(exported, readPublicKey(readFileSync(key, 'utf8')));
  for (const problem of problems.slice(0, MOST)) console.log(problemWords(problem));
  if (problems.length > MOST) console.log(`… and ${problems.length - MOST} more`);
  if (unsealed > 0) console.log(`unsealed: ${unsealed} rows behind the last signed heads`);
  const seconds = Math.round(performance.now() - begun) / 1000;
  console.log(JSON.stringify({ rows, chains, problems: problems.length, unsealed, seconds }));
  return problems.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
