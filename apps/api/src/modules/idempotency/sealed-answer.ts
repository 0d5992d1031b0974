import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const sha256 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(text).digest());

/** Only the hash of a key is stored: who reads the table cannot open an answer, which may hold a password shown once. */
export const hashOfKey = (key: string): Uint8Array<ArrayBuffer> => sha256(`key ${key}`);

const secretOf = (key: string, actor: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, actor, 'closeout: answer of a write', 32));

/** Members in the order of their names, so that the same request hashes alike however its JSON was written. */
const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** What tells two requests apart. */
export const hashOfRequest = (request: unknown): Uint8Array<ArrayBuffer> => sha256(JSON.stringify(request, sorted));

/** Encrypts an answer so that only the sender's key opens it. */
export function seal(answer: string, key: string, actor: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(key, actor), iv);
  const text = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), text]));
}

/** The answer that `seal` encrypted; throws if the bytes were changed. */
export function open(sealed: Uint8Array, key: string, actor: string): string {
  const decipher = createDecipheriv(CIPHER, secretOf(key, actor), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
