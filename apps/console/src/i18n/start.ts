import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readPreference, writePreference } from '../preferences.ts';

export type Language = 'zh' | 'en';

/** The words of a language; the sign-in page brings only its own few. */
export type LoadCatalogue = (language: Language) => Promise<object>;

let load: LoadCatalogue = () => Promise.resolve({});

async function use(language: Language) {
  const catalogue = await load(language);
  i18next.addResourceBundle(language, 'translation', catalogue, true, true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Starts in the remembered language, Chinese otherwise, with the words that `loadCatalogue` brings. */
export async function startI18n(loadCatalogue: LoadCatalogue): Promise<void> {
  load = loadCatalogue;
  const language: Language = readPreference('language') === 'en' ? 'en' : 'zh';
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false }, // React escapes
      react: { useSuspense: false },
    });
  }
  await use(language);
}

/** Switches the language and remembers it on this computer. */
export async function switchLanguage(language: Language): Promise<void> {
  await use(language);
  writePreference('language', language);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');
