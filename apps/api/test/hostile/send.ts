import { setTimeout as sleep } from 'node:timers/promises';
import type { HostileFile } from './files.ts';

export interface Answered {
  status: number;
  seconds: number;
  message: string;
}

/** Sends one file to its route as the console does, and answers what came back and how long it took. */
export async function sendHostile(
  url: string,
  headers: Readonly<Record<string, string>>,
  inspectionId: string,
  file: Pick<HostileFile, 'fileName' | 'route' | 'headers' | 'chunked'>,
  bytes: Uint8Array,
): Promise<Answered> {
  const query = new URLSearchParams({ inspectionId, fileName: file.fileName });
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
  };
  // What making the file kept waiting: lines that the server closed meanwhile.
  await sleep(100);
  const started = performance.now();
  const response = await fetch(`${url}/import/${file.route ?? 'report'}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers, ...file.headers },
    body: (file.chunked ? ReadableStream.from(stream()) : bytes) as NonNullable<RequestInit['body']>,
    ...(file.chunked ? { duplex: 'half' } : {}),
  } as RequestInit).catch((error: Error) => error);
  // A server that has answered need not read on: the rest of a body that is far too long finds the line closed.
  if (response instanceof Error) return { status: 0, seconds: (performance.now() - started) / 1_000, message: String(response.cause ?? response) }; // prettier-ignore
  const body = (await response.json()) as { message?: string };
  return { status: response.status, seconds: (performance.now() - started) / 1_000, message: body.message ?? '' };
}

/** Whether the answer is what is wanted: refused with a sentence of the user's own, or read. */
export const asWanted = ({ status, message }: Answered, { read = false }: HostileFile): boolean =>
  read ? status === 201 : [400, 413, 415, 422].includes(status) && /[\u4e00-\u9fff]/u.test(message);
