import { writeSeal, type AuditSeal } from '@closeout/audit';

/** What an archive says of itself: who packed it, when, about what, and the sum of every file in it. */
export interface Manifest {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** The inspection, in words and by id. */
  inspection: { id: string; body: string; round: string };
  /** Instant in UTC. */
  madeAt: string;
  madeBy: string;
  /** The chain of the enclosed audit trail, and the key that signed its heads; null: none is enclosed. */
  audit: { file: string; chain: string; keyId: string | null } | null;
  /** In the order of the archive; the manifest itself and what vouches for it are not among them. */
  files: readonly ArchivedFile[];
}

export interface ArchivedFile {
  path: string;
  size: number;
  /** Hexadecimal, lower case. */
  sha256: string;
}

export const FORMAT = 'closeout-archive';
export const VERSION = 1;

export const MANIFEST = 'manifest.json';
/** The manifest's own sum, as sha256sum writes and checks it. */
export const SUM = 'manifest.sha256';
/** The same sum signed with the installation's sealing key. */
export const SEAL = 'manifest.seal';
/** The public half of that key, to compare by its id with the one that the installation gives out. */
export const KEY = 'audit-key.pem';
export const ABOUT_ITSELF: readonly string[] = [MANIFEST, SUM, SEAL];

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, undefined, 2)}\n`;
export const sealText = (seal: AuditSeal): string => `${writeSeal(seal)}\n`;
export const sumText = (sha256: string): string => `${sha256}  ${MANIFEST}\n`;

const isFile = (one: unknown): one is ArchivedFile => {
  const { path, size, sha256 } = (one ?? {}) as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    Number.isSafeInteger(size) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
};

/** Reads a manifest; the answer is what is wrong with it where it is none. */
export function readManifest(text: string): Manifest | string {
  let read: Partial<Manifest> | null;
  try {
    read = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    return `${MANIFEST} is no JSON`;
  }
  if (read?.format !== FORMAT) return `${MANIFEST} is none of a Closeout archive`;
  if (read.version !== VERSION) return `${MANIFEST} has version ${String(read.version)}; this program reads ${VERSION}`;
  if (!Array.isArray(read.files) || !read.files.every(isFile)) return `${MANIFEST} lists no files with their sums`;
  return read as Manifest;
}
