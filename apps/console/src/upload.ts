import { actionKey, GUARD_HEADER } from './http.ts';
import { networkFailed, networkWorked } from './network.ts';

export type UploadOutcome<T> =
  | { kind: 'stored'; body: T }
  | { kind: 'refused'; code: string; message: string; details: Record<string, unknown> }
  | { kind: 'lost' }
  | { kind: 'stopped' };

type UploadOptions = {
  /** Bytes sent so far; called often. */
  onProgress?: (sent: number) => void;
  signal?: AbortSignal;
  /** The same key on a retry makes the server answer with the file it already has. */
  key?: string;
  headers?: Record<string, string>;
};

function parse(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

/**
 * Sends one file as the body of a POST, its name in `x-file-name` (percent-encoded UTF-8). XMLHttpRequest, because fetch
 * does not tell how much of a request has been sent. Never rejects: a lost line is an outcome with a retry.
 */
export function uploadFile<T>(path: string, file: File, options: UploadOptions = {}): Promise<UploadOutcome<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    const headers: Record<string, string> = {
      ...GUARD_HEADER,
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      'idempotency-key': options.key ?? actionKey(),
      ...options.headers,
    };
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => options.onProgress?.(event.loaded);
    request.onload = () => {
      networkWorked();
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve({ kind: 'stored', body: body as T });
      const text = (key: string) => (typeof body[key] === 'string' ? body[key] : '');
      resolve({
        kind: 'refused',
        code: text('code') || String(request.status),
        message: text('message'),
        details: body,
      });
    };
    request.onerror = () => {
      networkFailed();
      resolve({ kind: 'lost' });
    };
    request.onabort = () => resolve({ kind: 'stopped' });
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
