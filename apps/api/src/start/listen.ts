import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { StartError, reasonOf } from '@closeout/postgres';

const FINISH_MS = 10_000;

/** Throws one clear line when nobody could listen there; asked before anything else is started. */
export async function checkAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Listens and returns the address for a browser, with the real port where any free one was asked for. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(complaint(error, host, port))));
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const anywhere = host === '0.0.0.0' || host === '::';
  return `http://${anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${bound}`;
}

/** Takes no more requests and returns when the last one is answered, or after ten seconds without them. */
export async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearTimeout(patience);
}

function complaint(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program: stop that one, or set PORT to another number.`;
    case 'EACCES':
      return `This user may not listen on port ${port}: set PORT to a number of 1024 or more.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is no address of this machine: set HOST to 127.0.0.1, 0.0.0.0 or one of its addresses.`;
    default:
      return `Nothing can listen on ${host}:${port} (${reasonOf(error)}).`;
  }
}
