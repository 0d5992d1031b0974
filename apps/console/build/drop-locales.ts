import type { Plugin } from 'vite';

const KEPT = new Set(['zh-CN', 'en-US']);
const LOCALE_FILE = /react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/].*?([a-z]{2}-[A-Z]{2})\.m?js$/;

/** Empties the 30-odd interface languages that React Aria ships and the console never shows (7 to 31 KB gzipped). */
export function dropLocales(): Plugin {
  return {
    name: 'closeout:drop-locales',
    enforce: 'pre',
    load(id) {
      const locale = LOCALE_FILE.exec(id)?.[1];
      return locale && !KEPT.has(locale) ? 'export default {};' : null;
    },
  };
}
