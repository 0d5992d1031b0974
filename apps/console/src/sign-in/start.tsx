import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn as enSignIn } from '../i18n/en/sign-in.ts';
import { ui as enUi } from '../i18n/en/ui.ts';
import { startI18n } from '../i18n/start.ts';
import { signIn as zhSignIn } from '../i18n/zh/sign-in.ts';
import { ui as zhUi } from '../i18n/zh/ui.ts';
import { SetupPage } from './SetupPage.tsx';
import { SignInPage } from './SignInPage.tsx';

const words = { zh: { signIn: zhSignIn, ui: zhUi }, en: { signIn: enSignIn, ui: enUi } };

/** The light entry: no router, no GraphQL, no component library. */
export async function start(root: HTMLElement): Promise<void> {
  await startI18n((language) => Promise.resolve(words[language]));
  createRoot(root).render(<StrictMode>{location.pathname === '/setup' ? <SetupPage /> : <SignInPage />}</StrictMode>);
}
