import type { ComputedField } from '../../read/model.ts';

/** Where the reading is of the past: nothing that came after it. */
const THEN = `coalesce(nullif(current_setting('closeout.as_of', true), '')::timestamptz, 'infinity')`;

/** The versions of a piece that were kept, newest first. What one and the same transaction replaced was never seen by anybody. */
const kept = (piece: string): string => `(
  SELECT coalesce(json_agg(json_build_object('number', v.version, 'since', v.since, 'until', v.until, 'byName', v.by_name) ORDER BY v.version DESC), '[]'::json)
  FROM (
    SELECT k.version, min(k.valid_from) AS since, CASE WHEN max(k.valid_to) < ${THEN} THEN max(k.valid_to) END AS until,
      (array_agg(coalesce(k.updated_by_name, k.created_by_name) ORDER BY k.valid_from))[1] AS by_name
    FROM history.evidence k
    WHERE k.id = ${piece}.id AND k.valid_from < k.valid_to AND k.valid_from < ${THEN} GROUP BY k.version) v)`;

export const versions: ComputedField = {
  kind: 'computed',
  class: 'NAMES',
  needs: { kept },
  value: (facts) => facts['kept'],
};
