import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { createClient } from './apollo.ts';
import { loadCatalogue } from './i18n/load-catalogue.ts';
import { startI18n } from './i18n/start.ts';
import { readPreference } from './preferences.ts';
import { createConsoleRouter } from './routes.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { setSingleKeyShortcuts } from './ui/shortcuts.ts';

const client = createClient();
const router = createConsoleRouter();

function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'zh-CN'}>
      <ErrorBoundary>
        <ApolloProvider client={client}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </ApolloProvider>
      </ErrorBoundary>
      <ToastRegion />
    </I18nProvider>
  );
}

/** The console itself, for those who are signed in. */
export async function start(root: HTMLElement): Promise<void> {
  await startI18n(loadCatalogue);
  setSingleKeyShortcuts(readPreference('singleKeys') !== 'off');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
