import {
  hitsOf,
  isUndecided,
  publicTextOf,
  type HitRuling,
  type JudgedHit,
  type KnownName,
  type Passage,
  type PublicationFacts,
  type PublicationState,
  type PublicStyle,
  type ScanSettings,
  type StyledPassage,
} from '@closeout/domain';
import type { Transaction } from '../audit/in-transaction.ts';

/** A passage as it is stored, with who touched it. */
export interface StoredPassage extends Pick<
  Passage,
  'key' | 'role' | 'number' | 'decision' | 'ground' | 'replacement'
> {
  ordinal: number;
  style: PublicStyle;
  source: string;
  edited: string | null;
  pending: string | null;
  pendingGone: boolean;
  previous: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  editedByName: string | null;
  editedAt: string | null;
}

interface StoredRuling extends HitRuling {
  decidedByName: string;
  decidedAt: string;
}

/** A publication with all that its rules ask, as one JSON of the database. */
export interface PublicationRecord {
  id: string;
  bodyId: string;
  state: PublicationState;
  proposedById: string | null;
  reviewedById: string | null;
  publishedAt: string | null;
  contactPhone: string | null;
  contactAddress: string | null;
  passages: StoredPassage[];
  rulings: StoredRuling[];
  directory: KnownName[];
}

const object = (row: string, columns: Record<string, string>): string =>
  `json_build_object(${Object.entries(columns)
    .map(([name, column]) => `'${name}', ${row}.${column}`)
    .join(', ')})`;

const PASSAGE = {
  key: 'key', ordinal: 'ordinal', role: 'role', style: 'style', number: 'number', source: 'source', edited: 'edited',
  pending: 'pending', pendingGone: 'pending_gone', previous: 'previous', decision: 'decision', ground: 'ground',
  replacement: 'replacement', decidedByName: 'decided_by_name', decidedAt: 'decided_at', editedByName: 'edited_by_name', editedAt: 'edited_at',
}; // prettier-ignore
const RULING = {
  key: 'key', kind: 'kind', subject: 'subject', decision: 'decision', replacement: 'replacement', reason: 'reason',
  decidedByName: 'decided_by_name', decidedAt: 'decided_at',
}; // prettier-ignore

/** Whoever works or worked in the body or its inspecting office, with the post of now, and outside persons whom findings name. */
export const directorySql = (
  row: string,
): string => `(SELECT coalesce(json_agg(json_build_object('name', pd.name, 'post', pd.post)), '[]'::json) FROM (
  SELECT pp.name, (SELECT pt.title FROM post_holding ph JOIN post pt ON pt.id = ph.post_id WHERE ph.person_id = pp.id AND ph.to_on IS NULL ORDER BY pt.ordinal, pt.id LIMIT 1) AS post
  FROM person pp WHERE pp.body_id = ${row}.body_id OR pp.body_id = (SELECT pr.office_id FROM inspection pi JOIN round pr ON pr.id = pi.round_id WHERE pi.id = ${row}.inspection_id)
  UNION SELECT pe.name, NULL FROM external_party pe JOIN finding pf ON pf.id = pe.finding_id WHERE pf.inspection_id = ${row}.inspection_id AND pe.kind = 'PERSON') pd)`;

/** The JSON of a row of `publication` with its passages, rulings and the names to look for. */
export const recordSql = (
  row: string,
): string => `json_build_object('id', ${row}.id, 'bodyId', ${row}.body_id, 'state', ${row}.state,
  'proposedById', ${row}.proposed_by_id, 'reviewedById', ${row}.reviewed_by_id, 'publishedAt', ${row}.published_at,
  'contactPhone', ${row}.contact_phone, 'contactAddress', ${row}.contact_address,
  'passages', (SELECT coalesce(json_agg(${object('pq', PASSAGE)} ORDER BY pq.ordinal, pq.key), '[]'::json) FROM publication_passage pq WHERE pq.publication_id = ${row}.id),
  'rulings', (SELECT coalesce(json_agg(${object('hr', RULING)}), '[]'::json) FROM hit_ruling hr WHERE hr.publication_id = ${row}.id),
  'directory', ${directorySql(row)})`;

/** The record of one publication as it stands in this transaction. */
export async function loadRecord(tx: Pick<Transaction, '$queryRawUnsafe'>, id: string): Promise<PublicationRecord> {
  const [row] = await tx.$queryRawUnsafe<{ record: PublicationRecord }[]>(
    `SELECT ${recordSql('p')} AS record FROM publication p WHERE p.id = $1::uuid`,
    id,
  );
  return row!.record;
}

export const scanSettingsOf = ({ directory, contactPhone, contactAddress }: PublicationRecord): ScanSettings => ({
  directory,
  contact: { phone: contactPhone, address: contactAddress },
});

export const internalOf = ({ edited, source }: Pick<StoredPassage, 'edited' | 'source'>): string => edited ?? source;

/** A stored passage as the rules take it. */
export const styledPassage = (stored: StoredPassage): StyledPassage => ({
  key: stored.key,
  role: stored.role,
  number: stored.number,
  style: stored.style,
  internal: internalOf(stored),
  decision: stored.decision,
  ground: stored.ground,
  replacement: stored.replacement,
});

export interface JudgedPassage {
  stored: StoredPassage;
  hits: JudgedHit[];
  publicText: string | null;
}

/** Every passage with its hits and what would be public of it. */
export function judgedPassages(record: PublicationRecord): JudgedPassage[] {
  const settings = scanSettingsOf(record);
  return record.passages.map((stored) => {
    const passage = styledPassage(stored);
    const hits = hitsOf(passage, record.rulings, settings);
    return { stored, hits, publicText: publicTextOf(passage, hits) };
  });
}

/** What rights and rules ask of it. */
export function factsOf(record: PublicationRecord): PublicationFacts {
  const hits = judgedPassages(record).flatMap((one) => one.hits.filter(isUndecided));
  return {
    bodyId: record.bodyId,
    state: record.state,
    proposedById: record.proposedById,
    reviewedById: record.reviewedById,
    openHits: hits.filter(({ ruling }) => ruling === null).length,
    askedHits: hits.filter(({ ruling }) => ruling !== null).length,
    pendingPassages: record.passages.filter((one) => one.pending !== null || one.pendingGone).length,
    passages: record.passages.length,
    isUp: record.publishedAt !== null,
  };
}
