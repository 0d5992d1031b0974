import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { auditText, sha256 } from './row.ts';

/** A chain's head, signed: whatever stands before it can no longer be exchanged. */
export interface AuditSeal {
  chain: string;
  seq: number;
  /** Hash of the row with this number. */
  hash: string;
  signedAt: string;
  keyId: string;
  /** Ed25519, base64. */
  signature: string;
}

export interface SealingKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

const messageOf = (seal: Omit<AuditSeal, 'signature'>): Buffer =>
  Buffer.from(auditText(['closeout audit seal', seal.chain, String(seal.seq), seal.hash, seal.signedAt, seal.keyId]));

export const publicText = (publicKey: KeyObject): string => publicKey.export({ type: 'spki', format: 'pem' }) as string;

/** First 16 hexadecimal digits of the SHA-256 of the public key: what is compared by eye. */
export const keyIdOf = (publicKey: KeyObject): string => sha256(publicText(publicKey)).slice(0, 16);

export const readPublicKey = (pem: string): KeyObject => createPublicKey(pem);

/** The installation's sealing key: a file of its own, readable by its owner alone, made when it is first asked for. */
export function sealingKey(file: string): SealingKey {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  const privateKey = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

export function signHead(
  key: SealingKey,
  head: { chain: string; seq: number; hash: string },
  signedAt: string,
): AuditSeal {
  const seal = { ...head, signedAt, keyId: key.keyId };
  return { ...seal, signature: sign(null, messageOf(seal), key.privateKey).toString('base64') };
}

/** Whether the key signed it, and the signature stands in its one form: other signs that decode to the same bytes are damage. */
export function sealHolds(seal: AuditSeal, publicKey: KeyObject): boolean {
  const signature = Buffer.from(seal.signature, 'base64');
  return signature.toString('base64') === seal.signature && verify(null, messageOf(seal), publicKey, signature);
}

export const writeSeal = (seal: AuditSeal): string =>
  `seal\t${auditText([seal.chain, String(seal.seq), seal.hash, seal.signedAt, seal.keyId, seal.signature])}`;

/** Reads a line that begins with `seal`; null when it is none. */
export function readSeal(line: string): AuditSeal | null {
  const [, chain, seq, hash, signedAt, keyId, signature, ...more] = line.split('\t');
  if (!chain || !seq || !hash || !signedAt || !keyId || !signature || more.length > 0) return null;
  return { chain, seq: Number(seq), hash, signedAt, keyId, signature };
}
