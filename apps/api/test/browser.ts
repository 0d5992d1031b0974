import { existsSync } from 'node:fs';

/** A Chromium of this machine, the shell without windows first; undefined where there is none. */
export const browser = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
].find((file) => file !== undefined && existsSync(file));
