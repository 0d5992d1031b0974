import { reachesBody, scopeOfGrant } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';

/** The official documents that may have a layout of their own. */
export const TEMPLATE_KINDS = ['REPORT', 'PLAN', 'PRINCIPAL_REPORT', 'NOTICE'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** READY: checked, never used. One version at a time is IN_FORCE for each kind; a RETIRED one is kept and may come back. */
export const TEMPLATE_STATES = ['READY', 'IN_FORCE', 'RETIRED'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

/** Whose template it is, and of what. */
export interface TemplatePlace {
  bodyId: string;
  kind: TemplateKind;
}

/** A body's clerk keeps the templates of what the body writes; an inspection office only that of its own notices. */
export const mayKeepTemplate = (viewer: Viewer, { bodyId, kind }: TemplatePlace): boolean =>
  viewer.grants.some((grant) => {
    const scope = scopeOfGrant(grant, 'keepTemplates');
    if (scope === 'rounds') return kind === 'NOTICE' && grant.bodyId === bodyId;
    return kind !== 'NOTICE' && reachesBody(scope, grant, bodyId);
  });

/** Every shelf that the viewer keeps: one for each document of each place. */
export const keptTemplates = (viewer: Viewer): TemplatePlace[] => {
  const places = [...new Set(viewer.grants.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])))];
  return places.flatMap((bodyId) =>
    TEMPLATE_KINDS.map((kind) => ({ bodyId, kind })).filter((place) => mayKeepTemplate(viewer, place)),
  );
};

export const TEMPLATE_VERBS = ['putTemplateInForce', 'removeTemplate'] as const;
export type TemplateVerb = (typeof TEMPLATE_VERBS)[number];

/** From which states a verb is legal, and where it leads. Putting one in force retires the one before. */
export const TEMPLATE_MOVES: Readonly<Record<TemplateVerb, { from: readonly TemplateState[]; to: TemplateState }>> = {
  putTemplateInForce: { from: ['READY', 'RETIRED'], to: 'IN_FORCE' },
  removeTemplate: { from: ['IN_FORCE'], to: 'RETIRED' },
};

/** What may be done now with a version that the viewer keeps. */
export const templateVerbs = (state: TemplateState): TemplateVerb[] =>
  TEMPLATE_VERBS.filter((verb) => TEMPLATE_MOVES[verb].from.includes(state));
