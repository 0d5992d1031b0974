import { reasonOf, StartError } from '@closeout/postgres';
import { makeToken, readTokenRequest } from './make-token.ts';
import { runningDatabase } from './running-database.ts';

/** `npm run token`: the secret alone goes to standard output, so that it can be piped; what it is goes to standard error. */
async function main(args: string[]): Promise<void> {
  const request = readTokenRequest(args);
  const { secret, expiresOn } = await makeToken(runningDatabase(process.env), request, new Date());
  const waits =
    request.approver === null ? '' : ` It gives statistics alone until ${request.approver} has approved it.`;
  console.error(
    `Token "${request.name}" for ${request.body} (${request.classes.join(', ')}), valid until ${expiresOn}.${waits} It is shown this once:`,
  );
  console.log(secret);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : reasonOf(error));
  process.exitCode = 1;
});
