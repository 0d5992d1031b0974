import type { LoadCatalogue } from './start.ts';

/** The whole catalogue of a language, as its own chunk: English is fetched only by those who read it. */
export const loadCatalogue: LoadCatalogue = (language) =>
  language === 'en' ? import('./en.ts').then((module) => module.en) : import('./zh.ts').then((module) => module.zh);
