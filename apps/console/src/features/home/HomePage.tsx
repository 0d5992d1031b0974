import { lazy, Suspense, type ComponentType } from 'react';
import { useViewer } from '../../session/viewer.ts';
import type { Capability } from '../../session/ViewerQuery.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LinksHome } from './LinksHome.tsx';

const HOMES: Partial<Record<Capability, ComponentType>> = {
  HOME_SECRETARY: lazy(() => import('./SecretaryHome.tsx').then((module) => ({ default: module.SecretaryHome }))),
  HOME_LEADER: lazy(() => import('./LeaderHome.tsx').then((module) => ({ default: module.LeaderHome }))),
  HOME_CLERK: lazy(() => import('./ClerkHome.tsx').then((module) => ({ default: module.ClerkHome }))),
  HOME_DEPARTMENT: lazy(() => import('./DepartmentHome.tsx').then((module) => ({ default: module.DepartmentHome }))),
  HOME_DISCIPLINE: lazy(() => import('./DisciplineHome.tsx').then((module) => ({ default: module.DisciplineHome }))),
  HOME_OFFICE: lazy(() => import('./OfficeHome.tsx').then((module) => ({ default: module.OfficeHome }))),
};

/** The home the server names for this viewer; those without a list of their own get the pages they may open. */
export function HomePage() {
  const { home } = useViewer();
  const Home = (home && HOMES[home]) || LinksHome;
  return (
    <Suspense fallback={<Skeleton lines={12} />}>
      <Home />
    </Suspense>
  );
}
