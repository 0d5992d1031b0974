import type { Viewer } from '@closeout/domain';
import type { Prisma, PrismaClient } from '@closeout/prisma/client';
import type { ApiSettings } from '../api-settings.ts';
import type { Database } from '../db/client.ts';
import type { AuditEntry } from '../modules/audit/in-transaction.ts';
import type { ReadContext } from '../read/reader.ts';

/** A file that was received and lies beside the store on disk, until it is kept or dropped. */
export interface FileDraft {
  readonly sha256: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
  /** Moves it to its place under its SHA-256, or another name, for good (rename, fsync of the folder). */
  keep(name?: string): Promise<void>;
  /** Removes it, unless it was kept. */
  drop(): Promise<void>;
}

/** Stores and reads the content of files by their SHA-256. */
export interface FileStore {
  /** Writes the bytes (temporary file, fsync, rename) and answers the SHA-256 in hex. */
  save(bytes: Uint8Array): Promise<string>;
  /** Writes a stream to a temporary file, flushed to disk; more than `limit` bytes are refused with FileTooLarge. */
  receive(source: AsyncIterable<Uint8Array>, limit: number): Promise<FileDraft>;
  open(sha256: string): Promise<Uint8Array | null>;
  pathOf(sha256: string): string;
}

/** What every operation gets: who asks, the database, the clock, the files. Plain data and functions, no container. */
export interface Context extends ReadContext {
  viewer: Viewer;
  db: PrismaClient;
  files: FileStore;
  now: () => Date;
  /** The database as it was at an instant. */
  past: Database['past'];
  /** Where the request came from, for the audit trail: address, `token`, `command line`. */
  origin: string;
  settings: ApiSettings;
  /** The request's Idempotency-Key, as it came. */
  idempotencyKey: string | undefined;
  /** Headers for the answer. */
  answerHeaders: Map<string, string>;
  /** Takes the query's cost from what the caller may ask; throws where nothing is left. */
  spend(cost: number): Promise<void>;
  /** Runs a change of a request with a key, whose answer is stored with it; without it a change has a transaction of its own. */
  transact?: <T>(work: (tx: Prisma.TransactionClient) => Promise<T>) => Promise<T>;
  /** Takes the trail's entries of changes that are part of a larger one: that one writes them all at its end, in one statement. */
  gather?: (entries: readonly AuditEntry[]) => void;
  /** Tells that the rules refused a mutation of this request. */
  markRefused?: () => void;
}
