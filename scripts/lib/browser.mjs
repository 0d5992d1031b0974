import { existsSync } from 'node:fs';
import path from 'node:path';
import { NODE, ROOT, runQuietly } from './workspace.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const CHINESE_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** A Chromium that is there already, or undefined. CHROMIUM_PATH wins. */
export const installedBrowser = () => process.env.CHROMIUM_PATH || CHROMIUM.find((file) => existsSync(file));

/**
 * Makes sure that a Chromium and Chinese letters are there. As root on Debian they come from its packages and the browser's
 * path is returned; elsewhere Playwright installs and finds its own, and the answer is undefined. CHROMIUM_PATH wins.
 */
export async function browserPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const missing = () => !CHROMIUM.some((file) => existsSync(file)) || !existsSync(CHINESE_FONTS);
  if (missing() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing chromium and Chinese fonts (once) …');
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await runQuietly('apt-get update', 'apt-get', ['update', '-q'], options);
    const packages = ['chromium', 'fonts-noto-cjk'];
    await runQuietly(
      'apt-get install',
      'apt-get',
      ['install', '-q', '-y', '--no-install-recommends', ...packages],
      options,
    );
  }
  const installed = installedBrowser();
  if (installed) return installed;
  const playwright = path.join(ROOT, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js');
  await runQuietly('Installing the browser', NODE, [playwright, 'install', 'chromium']);
  return undefined;
}
