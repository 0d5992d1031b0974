import { existsSync } from 'node:fs';
import path from 'node:path';
import { NODE, ROOT, runQuietly } from './workspace.mjs';

/** The shell without windows comes first: it draws the same pages with a third less work. */
const SHELL = '/usr/bin/chromium-headless-shell';
const CHROMIUM = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const CHINESE_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** A Chromium that is there already, or undefined. CHROMIUM_PATH wins. */
export const installedBrowser = () => process.env.CHROMIUM_PATH || CHROMIUM.find((file) => existsSync(file));

/** Installs Debian's packages; throws where the archive cannot be reached or has none of them. */
async function aptInstall(...packages) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runQuietly('apt-get update', 'apt-get', ['update', '-q'], options);
  const install = ['install', '-q', '-y', '--no-install-recommends', ...packages];
  await runQuietly('apt-get install', 'apt-get', install, options);
}

/**
 * Makes sure that a Chromium and Chinese letters are there. As root on Debian they come from its packages and the browser's
 * path is returned; elsewhere Playwright installs and finds its own, and the answer is undefined. CHROMIUM_PATH wins.
 */
export async function browserPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const complete = existsSync(SHELL) && existsSync(CHINESE_FONTS);
  if (!complete && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing a Chromium without windows and Chinese fonts (once) …');
    try {
      await aptInstall('chromium-headless-shell', 'fonts-noto-cjk');
    } catch (error) {
      // Releases without the shell have the browser; what is installed already will do as well.
      if (installedBrowser() === undefined || !existsSync(CHINESE_FONTS))
        await aptInstall('chromium', 'fonts-noto-cjk');
      else console.error(`${error.message}\nThe browser that is installed is used.`);
    }
  }
  const installed = installedBrowser();
  if (installed) return installed;
  const playwright = path.join(ROOT, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js');
  await runQuietly('Installing the browser', NODE, [playwright, 'install', 'chromium']);
  return undefined;
}
