import { inspectionSearch } from '../outline/outline-search.ts';

const PUBLICATION_VIEWS = ['text', 'hits', 'versions', 'page', 'comments'] as const;
export type PublicationView = (typeof PUBLICATION_VIEWS)[number];

export type PublicationSearch = { inspection?: string; view?: PublicationView; from?: string; to?: string };

const version = (raw: unknown): string | undefined =>
  typeof raw === 'string' && raw.startsWith('pbv_') ? raw : undefined;

/** 公开稿 in the URL: of which inspection, which of its views, which two versions are compared. */
export function validatePublicationSearch(raw: Record<string, unknown>): PublicationSearch {
  const view = PUBLICATION_VIEWS.find((one) => one === raw.view);
  const [from, to] = [version(raw.from), version(raw.to)];
  return { ...inspectionSearch(raw), ...(view && { view }), ...(from && { from }), ...(to && { to }) };
}
