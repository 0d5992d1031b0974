import { useRouter } from '@tanstack/react-router';
import type { zh } from '../i18n/zh.ts';
import { useViewer } from '../session/viewer.ts';

export type NavKey = keyof (typeof zh)['shell']['nav'];
export type NavEntry = { path: string; key: NavKey; group: 'daily' | 'more' };

/** The viewer's navigation: the route table, less what the server did not open. */
export function useNavigation(): NavEntry[] {
  const { capabilities } = useViewer();
  const { routesById } = useRouter();
  return Object.values(routesById).flatMap((route) => {
    const { nav, capability } = route.options.staticData ?? {};
    return nav && (!capability || capabilities.includes(capability)) ? [{ path: route.fullPath, ...nav }] : [];
  });
}
