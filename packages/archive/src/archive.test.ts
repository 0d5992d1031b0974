import { createHash, generateKeyPairSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { spawnSync } from 'node:child_process';
import { digestOf, hashOf, keyIdOf, NO_HASH, publicText, signHead, writeRow, writeSeal, type AuditRow, type SealingKey } from '@closeout/audit'; // prettier-ignore
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { unpacked } from './testing/unpack.ts';
import { KEY, MANIFEST, SEAL, SUM } from './manifest.ts';
import { verifyArchive, type ArchiveVerdict } from './verify.ts';
import { DamagedFile, zipArchive, type About, type Packed } from './write.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'closeout-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keyOf = (): SealingKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
};
const key = keyOf();
const CHAIN = 'a-body';
const AUDIT = '07-审计记录/audit.tsv';
const REPORT = '01-整改报告/整改进展情况.txt';
const SCAN = '05-佐证材料/05 会议费超标/5-1-02 会议记录/扫描件.pdf';

function row(seq: number, prevHash: string): AuditRow {
  const content = null;
  const made = { chain: CHAIN, seq, at: '2026-11-27T02:00:00.000Z', accountId: null, actorName: '沈默', actorPost: null, verb: 'editFinding', recordType: 'Finding', recordId: null, origin: null, success: true, contentDigest: digestOf([null, null, null]), prevHash, hash: '', content }; // prettier-ignore
  return { ...made, hash: hashOf(made) };
}

function trail(): string {
  const rows = [row(1, NO_HASH)];
  for (let seq = 2; seq <= 20; seq++) rows.push(row(seq, rows.at(-1)!.hash));
  const seal = signHead(key, { chain: CHAIN, seq: 20, hash: rows.at(-1)!.hash }, '2026-11-27T03:00:00.000Z');
  return [writeSeal(seal), ...rows.map(writeRow), ''].join('\n');
}

const FILES: Record<string, Buffer> = {
  [REPORT]: Buffer.from('一、立行立改情况\n'.repeat(400)),
  '02-整改台账/整改台账.xlsx': Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * 7919) % 251)),
  [SCAN]: Buffer.from('%PDF-1.7 scan'),
  '05-佐证材料/05 会议费超标/5-1-03 通知/通知.docx': Buffer.from('PK another'),
  [AUDIT]: Buffer.from(trail()),
  [KEY]: Buffer.from(publicText(key.publicKey)),
};
const about: About = {
  inspection: { id: 'ins_1', body: '市科协', round: '第三轮' },
  madeAt: '2026-11-27T04:00:00.000Z',
  madeBy: '马晓岚',
  audit: { file: AUDIT, chain: CHAIN, keyId: key.keyId },
};

let made = 0;
const place = (): string => path.join(folder, `${(made += 1)}.zip`);

async function* packed(files: Record<string, Buffer>): AsyncGenerator<Packed> {
  for (const [name, bytes] of Object.entries(files)) yield { path: name, open: () => Readable.from([bytes]) };
}

async function archive(files = FILES, signer: SealingKey | undefined = key): Promise<string> {
  const file = place();
  await pipeline(Readable.from(zipArchive(packed(files), () => about, signer)), createWriteStream(file));
  return file;
}

const unpack = (file: string): Promise<Map<string, Buffer>> => unpacked(readFileSync(file));

/** The archive packed anew after somebody had his hands on its files. */
async function tampered(change: (files: Map<string, Buffer>) => void): Promise<string> {
  const files = await unpack(await archive());
  change(files);
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  const file = place();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const found = ({ problems }: ArchiveVerdict): string[] => problems.map(({ kind, path: of }) => `${kind} ${of}`);
const flip = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
};

describe('an archive', () => {
  it('holds: every file, the manifest, its signature and the audit trail', async () => {
    const verdict = await verifyArchive(await archive(), key.publicKey);
    expect(verdict).toMatchObject({ problems: [], cautions: [], files: Object.keys(FILES).length });
    expect(verdict.manifest?.files.map((file) => file.path)).toEqual(Object.keys(FILES));
  });

  it('has the same bytes when it is packed again', async () => {
    expect(readFileSync(await archive())).toEqual(readFileSync(await archive()));
  });

  it('says that the enclosed key proves less than one that is given', async () => {
    const { problems, cautions } = await verifyArchive(await archive());
    expect(problems).toEqual([]);
    expect(cautions.join('\n')).toContain(key.keyId);
  });

  it('is not packed with a stored file that is damaged', async () => {
    const files = (async function* () {
      yield { path: SCAN, open: () => Readable.from([Buffer.from('other')]), sha256: createHash('sha256').update('scan').digest('hex') }; // prettier-ignore
    })();
    const read = pipeline(Readable.from(zipArchive(files, () => about)), createWriteStream(place()));
    await expect(read).rejects.toThrow(DamagedFile);
  });
});

/** The same signature: the last sign before `==` carries two bits, and its other four say nothing. */
const spelledOtherwise = (seal: Buffer | undefined): Buffer =>
  Buffer.from(String(seal).replace(/[AQgw](?===\n$)/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)));

describe('what somebody did to it is named', () => {
  it.each<[string, (files: Map<string, Buffer>) => void, string[]]>([
    ['a byte of a file', (f) => f.set(SCAN, flip(f.get(SCAN)!, 3)), [`changed ${SCAN}`]],
    ['a file taken out', (f) => f.delete(REPORT), [`missing ${REPORT}`]],
    ['a file put in', (f) => f.set('05-佐证材料/补充.pdf', Buffer.from('x')), ['added 05-佐证材料/补充.pdf']],
    ['a file by another name', (f) => { f.set('改名.txt', f.get(REPORT)!); f.delete(REPORT); }, [`missing ${REPORT}`, 'added 改名.txt']], // prettier-ignore
    ['two files exchanged', (f) => { const [a, b] = [f.get(REPORT)!, f.get(SCAN)!]; f.set(REPORT, b); f.set(SCAN, a); }, [`swapped ${REPORT}`, `swapped ${SCAN}`]], // prettier-ignore
    ['no manifest', (f) => f.delete(MANIFEST), [`manifest ${MANIFEST}`]],
    ['a manifest that is none', (f) => f.set(MANIFEST, Buffer.from('{}')), [`manifest ${MANIFEST}`, `manifest ${SEAL}`, `manifest ${MANIFEST}`]], // prettier-ignore
    ['no signature', (f) => f.delete(SEAL), [`manifest ${SEAL}`]],
    ['a signature in other signs that decode alike', (f) => f.set(SEAL, spelledOtherwise(f.get(SEAL))), [`manifest ${SEAL}`]], // prettier-ignore
    ['a seal with something behind it', (f) => f.set(SEAL, Buffer.from(`${f.get(SEAL)}\n`)), [`manifest ${SEAL}`]],
    ['no sum of the manifest', (f) => f.delete(SUM), [`manifest ${MANIFEST}`]],
  ])('%s', async (_, change, expected) => {
    expect(found(await verifyArchive(await tampered(change), key.publicKey))).toEqual(expected);
  });

  it('a file exchanged together with all sums: the signature is another’s', async () => {
    const forged = await archive({ ...FILES, [SCAN]: Buffer.from('%PDF-1.7 forged') }, keyOf());
    expect(found(await verifyArchive(forged, key.publicKey))).toEqual([`manifest ${SEAL}`]);
  });

  it('a row of the audit trail rewritten with all sums of the archive made anew', async () => {
    const audit = Buffer.from(FILES[AUDIT]!.toString().replace('editFinding', 'readFinding'));
    const verdict = await verifyArchive(await archive({ ...FILES, [AUDIT]: audit }), key.publicKey);
    expect(found(verdict)).toEqual([`audit ${AUDIT}`]);
    expect(verdict.problems[0]?.words).toBe(`flipped: chain ${CHAIN}, row 1`);
  });

  it('a zip that is cut off, or none at all', async () => {
    const bytes = readFileSync(await archive());
    const cut = place();
    writeFileSync(cut, bytes.subarray(0, bytes.byteLength - 100));
    expect(found(await verifyArchive(cut, key.publicKey))).toEqual(['damaged ']);
    writeFileSync(cut, '没有');
    expect(found(await verifyArchive(cut, key.publicKey))).toEqual(['damaged ']);
  });

  it('any byte of the zip: it is told, or nothing that the archive holds has changed', async () => {
    const file = await archive();
    const bytes = readFileSync(file);
    const whole = await unpack(file);
    const flipped = place();
    let told = 0;
    for (let n = 0; n < 300; n++) {
      writeFileSync(flipped, flip(bytes, (n * 7_919 + 13) % bytes.byteLength));
      const { problems } = await verifyArchive(flipped, key.publicKey);
      if (problems.length > 0) told += 1;
      else expect(await unpack(flipped)).toEqual(whole);
    }
    expect(told).toBeGreaterThan(200);
  });
});

describe('npm run archive:verify', () => {
  const cli = path.join(import.meta.dirname, 'cli.ts');
  const pem = path.join(folder, 'key.pem');
  const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

  it('ends with 0 where everything holds, 1 where not, 2 where nothing is named', async () => {
    writeFileSync(pem, publicText(key.publicKey));
    const good = run(await archive(), pem);
    expect([good.status, good.stdout]).toEqual([
      0,
      expect.stringContaining(`holds: ${Object.keys(FILES).length} files`),
    ]);
    expect(good.stdout).toContain('市科协 · 第三轮, packed by 马晓岚');
    const bad = run(await tampered((files) => void files.delete(SCAN)), pem);
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining(`missing: ${SCAN} is listed and not there`)]);
    expect(run().status).toBe(2);
    expect(run(path.join(folder, 'absent.zip')).status).toBe(1);
  });
});
