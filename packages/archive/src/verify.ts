import { createHash, type KeyObject } from 'node:crypto';
import { keyIdOf, linesOf, problemWords, readPublicKey, readSeal, sealHolds, Verifier } from '@closeout/audit';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ABOUT_ITSELF, KEY, MANIFEST, readManifest, SEAL, sealText, SUM, sumText, type Manifest } from './manifest.ts';

/**
 * damaged   the zip cannot be read, there or at all
 * manifest  the manifest is missing, is none, or does not have its sum or signature
 * missing   a file is listed that is not there
 * changed   a file has another content than is listed
 * swapped   a file has the content that is listed for another one
 * added     a file is there that is not listed, or twice
 * audit     the enclosed audit trail does not hold
 */
export type ArchiveProblemKind = 'damaged' | 'manifest' | 'missing' | 'changed' | 'swapped' | 'added' | 'audit';

export interface ArchiveProblem {
  kind: ArchiveProblemKind;
  /** The file it is about; empty: the archive as a whole. */
  path: string;
  words: string;
}

export interface ArchiveVerdict {
  problems: ArchiveProblem[];
  /** What was not checked, or only against what the archive itself encloses. */
  cautions: string[];
  manifest: Manifest | null;
  files: number;
}

/** A manifest of a hundred thousand files has some twenty million bytes. */
const MOST_TEXT = 64 << 20;

/** Reads and verifies an archive; everything that is found is collected here. */
class ArchiveCheck {
  readonly problems: ArchiveProblem[] = [];
  readonly cautions: string[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly zip: ZipFile;

  constructor(zip: ZipFile) {
    this.zip = zip;
  }

  problem(kind: ArchiveProblemKind, path: string, words: string): void {
    this.problems.push({ kind, path, words });
  }

  async list(): Promise<void> {
    for await (const entry of this.zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (this.entries.has(entry.fileName)) this.problem('added', entry.fileName, 'is there twice');
      else this.entries.set(entry.fileName, entry);
    }
  }

  /** The content piece by piece; null where there is no such file or it cannot be read, which is told. */
  private async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path);
    if (entry === undefined) return;
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) yield chunk as Buffer;
  }

  private async sumOf(path: string): Promise<{ sha256: string; size: number } | null> {
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of this.read(path)) {
        hash.update(chunk);
        size += chunk.byteLength;
      }
      return { sha256: hash.digest('hex'), size };
    } catch (error) {
      this.problem('damaged', path, `cannot be unpacked (${reasonOf(error)})`);
      return null;
    }
  }

  private async textOf(path: string): Promise<string | null> {
    const entry = this.entries.get(path);
    if (entry === undefined || entry.uncompressedSize > MOST_TEXT) return null;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of this.read(path)) chunks.push(chunk);
    } catch {
      return null;
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** The manifest, if it is one; whether it is the one that was signed is told apart. */
  async manifest(key: KeyObject | null): Promise<Manifest | null> {
    const text = await this.textOf(MANIFEST);
    if (text === null) {
      this.problem('manifest', MANIFEST, 'is missing or cannot be read: nothing can be verified');
      return null;
    }
    const sum = createHash('sha256').update(text).digest('hex');
    if ((await this.textOf(SUM)) !== sumText(sum))
      this.problem('manifest', MANIFEST, `does not have the sum in ${SUM}`);
    await this.signature(sum, key);
    const manifest = readManifest(text);
    if (typeof manifest !== 'string') return manifest;
    this.problem('manifest', MANIFEST, manifest);
    return null;
  }

  private async signature(sum: string, key: KeyObject | null): Promise<void> {
    const text = (await this.textOf(SEAL)) ?? '';
    const seal = readSeal(text.trimEnd());
    if (key === null) return void this.cautions.push('no key: the signature of the manifest is not checked');
    if (seal === null) this.problem('manifest', SEAL, 'is missing or unreadable: the manifest is not signed');
    else if (text !== sealText(seal)) this.problem('manifest', SEAL, 'is not as it was written');
    else if (seal.hash !== sum || seal.keyId !== keyIdOf(key) || !sealHolds(seal, key))
      this.problem('manifest', SEAL, `the key ${keyIdOf(key)} did not sign this manifest`);
  }

  async files({ files }: Manifest): Promise<void> {
    const listed = new Map(files.map((file) => [file.sha256, file.path]));
    const known = new Set([...ABOUT_ITSELF, ...files.map(({ path }) => path)]);
    for (const { path, size, sha256 } of files) {
      if (!this.entries.has(path)) {
        this.problem('missing', path, 'is listed and not there');
        continue;
      }
      const found = await this.sumOf(path);
      if (found === null || (found.sha256 === sha256 && found.size === size)) continue;
      const other = listed.get(found.sha256);
      if (other === undefined) this.problem('changed', path, `has other content (${found.size} bytes, listed ${size})`);
      else this.problem('swapped', path, `has the content of ${other}`);
    }
    for (const path of this.entries.keys())
      if (!known.has(path)) this.problem('added', path, 'is there and not listed');
  }

  /** The key to verify with: the one that was given, else the enclosed one, which proves no more than that nothing was damaged. */
  async key(given: KeyObject | null, manifest: Manifest | null): Promise<KeyObject | null> {
    if (given !== null || !manifest?.audit) return given;
    const text = await this.textOf(KEY);
    try {
      const enclosed = text === null ? null : readPublicKey(text);
      if (enclosed !== null)
        this.cautions.push(
          `verified with the enclosed key: compare its id ${keyIdOf(enclosed)} with the installation's`,
        );
      return enclosed;
    } catch {
      return null;
    }
  }

  async audit(audit: NonNullable<Manifest['audit']>, key: KeyObject | null): Promise<void> {
    if (key === null) return void this.cautions.push('no key: the enclosed audit trail is not checked');
    if (!this.entries.has(audit.file)) return;
    const verifier = new Verifier(key);
    let left: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of this.read(audit.file)) {
        const bytes = Buffer.concat([left, chunk]);
        const { lines, rest } = linesOf(bytes);
        for (const line of lines) verifier.line(line);
        left = bytes.subarray(rest);
      }
    } catch {
      return; // told where its content is summed
    }
    if (left.byteLength > 0) verifier.line(left);
    const { problems, unsealed } = verifier.end();
    for (const problem of problems) this.problem('audit', audit.file, problemWords(problem));
    if (unsealed > 0) this.cautions.push(`${unsealed} rows of the audit trail stand behind its last signed head`);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Verifies an archive by itself, without database or installation: every file against the manifest, the manifest against its
 * sum and signature, the enclosed audit trail against its chain. Without a key the enclosed one is taken, and that is said.
 */
export async function verifyArchive(file: string, given: KeyObject | null = null): Promise<ArchiveVerdict> {
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false });
  } catch (error) {
    const words = `this is no whole zip (${reasonOf(error)})`;
    return { problems: [{ kind: 'damaged', path: '', words }], cautions: [], manifest: null, files: 0 };
  }
  const check = new ArchiveCheck(zip);
  let manifest: Manifest | null = null;
  try {
    await check.list();
    manifest = await check.manifest(given);
    if (manifest !== null) {
      await check.files(manifest);
      if (manifest.audit !== null) await check.audit(manifest.audit, await check.key(given, manifest));
    }
  } catch (error) {
    check.problem('damaged', '', `the zip cannot be read to its end (${reasonOf(error)})`);
  } finally {
    zip.close();
  }
  const { problems, cautions } = check;
  return { problems, cautions, manifest, files: manifest?.files.length ?? 0 };
}
