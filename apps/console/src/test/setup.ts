import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { startI18n } from '../i18n/start.ts';
import { zh } from '../i18n/zh.ts';
import { en } from '../i18n/en.ts';

beforeAll(() => startI18n((language) => Promise.resolve(language === 'en' ? en : zh)));

afterEach(() => {
  cleanup();
  localStorage.clear();
});

// jsdom has no layout; components ask for these and can do without a real answer
window.matchMedia ??= (media) =>
  ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
