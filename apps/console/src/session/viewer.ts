import { createContext, useContext } from 'react';
import type { Capability, Viewer } from './ViewerQuery.ts';

export const ViewerContext = createContext<Viewer | null>(null);

/** The signed-in person. Only below the session gate, where there always is one. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer outside the session gate');
  return viewer;
}

/** Whether the server opens this part of the console to the viewer; the console decides nothing itself. */
export function useCapability(capability: Capability): boolean {
  return useViewer().capabilities.includes(capability);
}
