import { readFileSync } from 'node:fs';
import { readPublicKey } from '@closeout/audit';
import { verifyArchive, type ArchiveProblem } from './verify.ts';

const USAGE =
  'npm run --silent archive:verify -- FILE [KEY]   (FILE: an archive; KEY: the installation’s public key, PEM: npm run audit:key)';
/** Named one by one; the rest is counted. */
const MOST = 200;

const named = ({ kind, path, words }: ArchiveProblem): string => `${kind}: ${path === '' ? '' : `${path} `}${words}`;

/** Verifies an archive without the database: 0 when everything holds, 1 when not, 2 when it was not asked properly. */
async function main([file, key]: string[]): Promise<number> {
  if (file === undefined) {
    console.error(USAGE);
    return 2;
  }
  const publicKey = key === undefined ? null : readPublicKey(readFileSync(key, 'utf8'));
  const { problems, cautions, manifest, files } = await verifyArchive(file, publicKey);
  if (manifest !== null) {
    const { inspection, madeAt, madeBy } = manifest;
    console.log(`${inspection.body} · ${inspection.round}, packed by ${madeBy} at ${madeAt}`);
  }
  for (const problem of problems.slice(0, MOST)) console.log(named(problem));
  if (problems.length > MOST) console.log(`… and ${problems.length - MOST} more`);
  for (const caution of cautions) console.log(`note: ${caution}`);
  const bytes = (manifest?.files ?? []).reduce((sum, { size }) => sum + size, 0);
  const held = `holds: ${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MB`;
  console.log(problems.length === 0 ? held : `does not hold: ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
