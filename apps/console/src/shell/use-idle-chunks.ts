import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useNavigation } from './nav.ts';

/** Once the first page stands and the browser is idle, the code of the daily pages is fetched, so that the next click waits for data only. */
export function useIdleChunks() {
  const router = useRouter();
  const paths = useNavigation()
    .filter((entry) => entry.group === 'daily')
    .map((entry) => entry.path)
    .join(' ');
  useEffect(() => {
    const fetchNext = async () => {
      for (const path of paths.split(' ')) {
        const route = Object.values(router.routesById).find((each) => each.fullPath === path);
        // a chunk that cannot be had now is asked for again when the page is opened
        if (route) await Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined);
      }
    };
    const wait = setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => void fetchNext());
      else void fetchNext();
    }, 1_000);
    return () => clearTimeout(wait);
  }, [router, paths]);
}
