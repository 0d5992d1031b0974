import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** SOFFICE_PATH, or the one on the path. */
const SOFFICE = process.env['SOFFICE_PATH'] ?? 'soffice';

/** Whether LibreOffice is there to open our files; tests that need it are skipped, visibly, elsewhere. */
export const libreOfficeInstalled = spawnSync(SOFFICE, ['--version']).status === 0;

/** A file as LibreOffice opens it and saves it again. */
export function byLibreOffice(bytes: Uint8Array, from: 'docx' | 'xlsx', to: 'pdf' | 'xlsx' | 'fods'): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'closeout-soffice-'));
  try {
    writeFileSync(path.join(folder, `paper.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = path.join(folder, 'out');
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', to, '--outdir', out, path.join(folder, `paper.${from}`)], { stdio: 'ignore' }); // prettier-ignore
    return readFileSync(path.join(out, `paper.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
