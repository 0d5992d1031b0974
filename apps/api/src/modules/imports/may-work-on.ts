import { canInBody, grantsWith, type Viewer } from '@closeout/domain';

/** Whether the viewer may send changed tables of this body at all; which of their cells count is judged one by one. */
export const mayChangeByTable = (viewer: Viewer, bodyId: string): boolean =>
  grantsWith(viewer, 'changeByTable').some(({ grant }) => grant.bodyId === bodyId);

/** Whether the viewer may work on an import: the clerk on all of the body's, others on the tables of changes they sent themselves. */
export const mayWorkOn = (
  viewer: Viewer,
  found: { bodyId: string; kind: string; createdByAccountId: string | null },
): boolean =>
  canInBody(viewer, 'importReport', found.bodyId) ||
  (found.kind === 'LEDGER_CHANGES' &&
    found.createdByAccountId !== null &&
    found.createdByAccountId === viewer.accountId &&
    mayChangeByTable(viewer, found.bodyId));
