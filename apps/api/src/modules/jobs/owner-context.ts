import type { SealingKey } from '@closeout/audit';
import { DomainError, shanghaiDay } from '@closeout/domain';
import type { ApiSettings } from '../../api-settings.ts';
import type { Database } from '../../db/client.ts';
import { openFileStore } from '../../files/store.ts';
import type { Context } from '../../graphql/context.ts';
import { viewerOfAccount } from '../access/load-viewer.ts';
import { noteReads } from '../audit/note-reads.ts';
import type { Results } from './results.ts';

/** What a job works with: the ledger as its owner may see it today. */
export interface JobContext extends Context {
  /** Signs what is enclosed in an archive. */
  sealingKey: SealingKey | undefined;
  /** Where the file lies that a job is to read. */
  results: Results;
}

export type ContextOf = (accountId: string) => Promise<JobContext>;

interface Installation {
  filesDir: string;
  sealingKey?: SealingKey;
  config: { api: ApiSettings };
}

/** The owner's context is loaded anew each time it is asked for, so that a right that ended meanwhile has ended here, too. */
export function ownersContexts(
  installation: Installation,
  { database, results, now }: { database: Database; results: Results; now: () => Date },
): ContextOf {
  const files = openFileStore(installation.filesDir);
  return async (accountId) => {
    const viewer = await viewerOfAccount(database.query, accountId, shanghaiDay(now()));
    if (viewer === null)
      throw new DomainError({
        code: 'FORBIDDEN',
        rule: 'jobs.ownerGone',
        message: 'the account that asked for this is not in use any more',
      });
    const context: JobContext = {
      viewer,
      db: database.db,
      files,
      now,
      runJson: database.runJson,
      past: database.past,
      origin: 'job',
      settings: installation.config.api,
      idempotencyKey: undefined,
      answerHeaders: new Map(),
      spend: () => Promise.resolve(),
      noteReads: (reads) => noteReads(context, reads),
      sealingKey: installation.sealingKey,
      results,
    };
    return context;
  };
}
