import type { EvidenceAcceptance, EvidenceFilter, EvidenceKind } from '../../gql/graphql.ts';

export const EVIDENCE_KINDS = [
  'MEETING',
  'DOCUMENT',
  'TALK',
  'REFUND',
  'TRAINING',
  'SITE_VISIT',
  'INSPECTION',
  'LATERAL_REVIEW',
  'SELF_CRITICISM',
  'ORDERED_CHECK',
  'FILE',
] as const satisfies readonly EvidenceKind[];
export const ACCEPTANCES = ['PENDING', 'ACCEPTED', 'REJECTED'] as const satisfies readonly EvidenceAcceptance[];

/** What the list of evidence shows, as it stands in the URL; absent means all. */
export type EvidenceSearch = {
  kind?: EvidenceKind;
  acceptance?: EvidenceAcceptance;
  from?: string;
  to?: string;
  q?: string;
};

const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);

/** Reads the URL; what is not understood is dropped, so that an old link still opens the list. */
export function validateEvidenceSearch(raw: Record<string, unknown>): EvidenceSearch {
  const search: EvidenceSearch = {
    kind: EVIDENCE_KINDS.find((kind) => kind === raw.kind),
    acceptance: ACCEPTANCES.find((acceptance) => acceptance === raw.acceptance),
    from: day(raw.from),
    to: day(raw.to),
    q: raw.q === undefined ? undefined : String(raw.q).trim().slice(0, 200) || undefined,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The API's filter of this URL. */
export function evidenceFilter(search: EvidenceSearch): EvidenceFilter {
  const { kind, acceptance, from, to, q } = search;
  return {
    ...(kind && { kind: [kind] }),
    ...(acceptance && { acceptance: [acceptance] }),
    ...((from ?? to) && { occurredOn: { from, to } }),
    ...(q && { text: q }),
  };
}
