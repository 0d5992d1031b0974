// Builds the gallery and the sign-in page, photographs them, runs axe on each: `npm run pictures`.
// Exit status 1 if axe finds a violation. Pictures land in gallery/pictures (not committed).
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];
const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

const shots = [
  ['gallery', 'gallery', '/', WIDE],
  ['gallery-dark', 'gallery', '/?theme=dark', WIDE],
  ['gallery-large', 'gallery', '/?type=large', WIDE],
  ['gallery-phone', 'gallery', '/', PHONE],
  ['gallery-dialog', 'gallery', '/?open=dialog', WIDE],
  ['gallery-drawer', 'gallery', '/?open=drawer', WIDE],
  ['gallery-dialog-phone', 'gallery', '/?open=dialog', PHONE],
  ['sign-in', 'console', '/sign-in', WIDE],
  ['sign-in-phone', 'console', '/sign-in?ended=1', PHONE],
  ['setup', 'console', '/setup?token=sample', WIDE],
];

async function serve(configFile) {
  if (!process.argv.includes('--no-build')) await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  return { address: server.resolvedUrls.local[0].replace(/\/$/, ''), close: () => server.close() };
}

const servers = { gallery: await serve(here('./vite.config.ts')), console: await serve(here('../vite.config.ts')) };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
mkdirSync(here('./pictures'), { recursive: true });
let violations = 0;
for (const [name, site, path, viewport] of shots) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => console.error(name, error.message));
  await page.goto(servers[site].address + path);
  await page.waitForSelector('#root h1, [role=dialog]');
  await page.waitForTimeout(150);
  await page.screenshot({ path: here(`./pictures/${name}.png`), fullPage: !path.includes('open=') });
  await page.evaluate(axe);
  const result = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), RULES);
  for (const each of result.violations) {
    violations += 1;
    console.log(
      name,
      each.id,
      each.impact,
      each.nodes.length,
      each.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 140)} :: ${node.any[0]?.message ?? ''}`),
    );
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) console.log(name, `is ${wide} px wider than the window`);
  await page.close();
}
await browser.close();
await Promise.all(Object.values(servers).map((server) => server.close()));
console.log(`${shots.length} pictures, ${violations} axe violations`);
process.exit(violations === 0 ? 0 : 1);
