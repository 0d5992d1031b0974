import { stepsOf, type PrescribedStepCode } from '@closeout/domain';
import { encodeId } from '../../read/ids.ts';
import type { ComputedField, Reading } from '../../read/model.ts';
import { bodiesWithin, visibleEvidence } from '../access/visibility.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { dateNeeds, datesByRule } from '../rounds/settings.read.ts';

interface Recorded {
  code: PrescribedStepCode;
  date: object;
  proof: string | null;
  evidenceId: string | null;
  evidenceTitle: string | null;
  version: number;
  updatedAt: string;
  updatedByName: string | null;
}

/** The office sees that a step was done, and when; words, names and evidence only who reads in the body. */
const recorded = (row: string, reading: Reading): string => {
  const reads = bodiesWithin('readFinding', 'ps.body_id', reading);
  const evidence = (sql: string): string =>
    `(SELECT ${sql} FROM evidence pe WHERE pe.id = ps.evidence_id AND (${visibleEvidence('pe', reading)}))`;
  return `(SELECT coalesce(json_agg(json_build_object('code', ps.code, 'version', ps.version, 'updatedAt', ps.updated_at,
      'date', json_build_object('on', ps.done_on, 'to', ps.done_to, 'text', ps.date_text, 'precision', ps.date_precision, 'year', NULL),
      'proof', CASE WHEN ${reads} THEN ps.proof END, 'updatedByName', CASE WHEN ${reads} THEN ps.updated_by_name END,
      'evidenceId', ${evidence('pe.id')}, 'evidenceTitle', ${evidence(`pe.piece_number || ' ' || pe.title`)}) ORDER BY ps.code), '[]'::json)
    FROM prescribed_step ps WHERE ps.inspection_id = ${row}.id)`;
};

/** Every step of an inspection by the settings in force, with what is recorded of it. */
export const prescribedSteps: ComputedField = {
  kind: 'computed',
  class: 'NAMES',
  needs: { ...dateNeeds, recorded },
  value: (needs, { today }) => {
    const records = needs['recorded'] as Recorded[];
    return stepsOf(settingsOf(needs).steps, datesByRule(needs), records, today).map(({ record, ...step }) => ({
      ...step,
      done: record !== null,
      date: record?.date ?? null,
      proof: record?.proof ?? null,
      evidenceId: record?.evidenceId ? encodeId('evd', record.evidenceId) : null,
      evidenceTitle: record?.evidenceTitle ?? null,
      version: record?.version ?? 0,
      updatedAt: record?.updatedAt ?? null,
      updatedByName: record?.updatedByName ?? null,
    }));
  },
};
