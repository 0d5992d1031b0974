import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DomainError } from '@closeout/domain';

const TIMEOUT = 30_000;
/** Papers that may wait for the one browser. */
const MAX_WAITING = 8;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Prints a page of HTML with a headless Chromium: one at a time, since each takes a process of its own. */
export async function printPdf(html: string, browser: string): Promise<Uint8Array> {
  if (waiting >= MAX_WAITING)
    throw new DomainError({ code: 'LIMIT', rule: 'exports.busy', message: 'too many papers are being printed: try again in a moment' }); // prettier-ignore
  waiting += 1;
  const turn = last.then(() => printed(html, browser));
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function printed(html: string, browser: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'closeout-print-'));
  try {
    const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
    await writeFile(page, html, 'utf8');
    await run(browser, [...flags(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href]);
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** No network, nothing kept; scripts are forbidden by the page's own policy: it is text that users wrote. */
const flags = (folder: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--user-data-dir=${path.join(folder, 'profile')}`,
  // Chromium has no sandbox for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function run(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: 'ignore', detached: true });
    // With its helpers: they are one group.
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), TIMEOUT);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`the browser ended with ${code ?? 'a signal'} before the paper was printed`));
    });
  });
}
