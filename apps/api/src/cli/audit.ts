import { publicText } from '@closeout/audit';
import { reasonOf, StartError } from '@closeout/postgres';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { exportTrail } from '../modules/audit/export-trail.ts';
import { sealHeads, sealingKeyOf } from '../modules/audit/seal-heads.ts';
import { runningDatabase } from './running-database.ts';

const USAGE = 'npm run --silent audit:export > FILE · npm run --silent audit:key > FILE · npm run audit:seal';

/** The audit trail on the machine where Closeout runs: export, public key, sealing now. */
async function main([what]: string[]): Promise<void> {
  const { dataDir } = readConfig(process.env);
  if (what === 'key') return void process.stdout.write(publicText(sealingKeyOf(dataDir).publicKey));
  if (what !== 'export' && what !== 'seal') throw new StartError(USAGE);
  const database = openDatabase(runningDatabase(process.env));
  try {
    if (what === 'seal') console.log(`${await sealHeads(database.db, sealingKeyOf(dataDir), new Date())} heads signed`);
    else
      for await (const lines of exportTrail(database.db, null))
        if (!process.stdout.write(lines)) await new Promise((go) => process.stdout.once('drain', go));
  } finally {
    await database.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : reasonOf(error));
  process.exitCode = 1;
});
