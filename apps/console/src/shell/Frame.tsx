import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/viewer.ts';
import { ForbiddenPage } from './ForbiddenPage.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { BottomNav } from './BottomNav.tsx';
import { PrintFooter } from './PrintFooter.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';
import { useIdleChunks } from './use-idle-chunks.ts';
import css from './Frame.module.css';

/** What stands around every page: brand line, search, navigation; on paper a head and a foot instead. */
export function Frame() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  useIdleChunks();
  return (
    <div className={css.frame}>
      <a href="#main" className={css.skip}>
        {t('shell.skip')}
      </a>
      <TopBar />
      <SideNav />
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        <OfflineBanner />
        <GuardedPage />
      </main>
      <BottomNav />
      <ShortcutHelp />
      <PrintFooter />
    </div>
  );
}

function GuardedPage() {
  const { capabilities } = useViewer();
  const needed = useMatches({ select: (matches) => matches.map((match) => match.staticData.capability) });
  const missing = needed.some((capability) => capability && !capabilities.includes(capability));
  return missing ? <ForbiddenPage /> : <Outlet />;
}

/** After a change of page, reading goes on at its beginning, as it would after a page load. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previous = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (previous.current !== undefined && previous.current !== path) main.current?.focus({ preventScroll: true });
    previous.current = path;
  }, [path, main]);
}
