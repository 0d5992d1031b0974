import { pieceHints, type PieceHintFacts } from '@closeout/domain';
import type { ComputedField } from '../../read/model.ts';

/** What the rules of hints look at of one piece (packages/domain evidence/hints.ts), as JSON. */
export const pieceHintFacts = (e: string): string =>
  `json_build_object('kind', ${e}.kind, 'on', ${e}.occurred_on, 'to', ${e}.occurred_to,
    'onSiteFrom', (SELECT hi.on_site_from FROM inspection hi WHERE hi.id = ${e}.inspection_id),
    'title', CASE WHEN ${e}.kind = 'REFUND' THEN ${e}.title ELSE '' END,
    'hasFile', EXISTS (SELECT 1 FROM attachment ht WHERE ht.evidence_id = ${e}.id) OR EXISTS (SELECT 1 FROM attachment ht JOIN recovery hr ON hr.id = ht.recovery_id WHERE hr.evidence_id = ${e}.id),
    'sameFile', EXISTS (SELECT 1 FROM attachment ht JOIN attachment hu ON hu.sha256 = ht.sha256 AND hu.body_id = ht.body_id AND hu.evidence_id <> ht.evidence_id WHERE ht.evidence_id = ${e}.id),
    'sameText', EXISTS (SELECT 1 FROM evidence ho WHERE ho.body_id = ${e}.body_id AND ho.kind = ${e}.kind AND ho.id <> ${e}.id AND ((ho.occurred_on = ${e}.occurred_on AND btrim(ho.title) = btrim(${e}.title)) OR (length(btrim(${e}.note)) >= 20 AND btrim(ho.note) = btrim(${e}.note)))),
    'draft', EXISTS (SELECT 1 FROM policy_document hd WHERE hd.evidence_id = ${e}.id AND hd.status = 'DRAFT'),
    'checked', ${e}.checked_count, 'corrected', ${e}.corrected_count, 'headcount', ${e}.headcount,
    'payers', CASE WHEN ${e}.kind = 'REFUND' THEN (SELECT count(DISTINCT hr.payer) FROM recovery hr WHERE hr.evidence_id = ${e}.id) ELSE 0 END,
    'paidFen', CASE WHEN ${e}.kind = 'REFUND' THEN (SELECT coalesce(sum(hr.fen), 0)::text FROM recovery hr WHERE hr.evidence_id = ${e}.id) ELSE '0' END)`;

/** Reads the JSON of `pieceHintFacts`. */
export const readPieceHintFacts = <T extends object>(json: unknown): PieceHintFacts & T => {
  const facts = json as Omit<PieceHintFacts, 'paidFen'> & T & { paidFen: string };
  return { ...facts, paidFen: BigInt(facts.paidFen) };
};

/** 请核对, of one piece; none of them blocks. */
export const hints: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: { piece: pieceHintFacts },
  value: ({ piece }, { today }) => pieceHints(readPieceHintFacts(piece), today),
};
