import { gradeDistribution, scoreText, type AssessmentGrade } from '@closeout/domain';
import { bodiesWithin, visibleWithFinding } from '../access/visibility.ts';
import { column, globalId, readType, type ComputedField, type Reading } from '../../read/model.ts';

readType({
  name: 'EffectVersion',
  table: 'effect_version',
  prefix: 'efv',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('efv'),
    number: column('number', 'STATISTICS'),
    text: column('text', 'TEXT'),
    writtenByName: column('written_by_name', 'NAMES'),
    writtenAt: column('written_at', 'STATISTICS'),
  },
});

const points = (name: string): ComputedField => ({
  kind: 'computed',
  class: 'STATISTICS',
  needs: { hundredths: (row) => `${row}.${name}` },
  value: ({ hundredths }) => (typeof hundredths === 'number' ? scoreText(hundredths) : null),
});

type StoredItem = { score: number | null; fullScore: number | null };
const text = (hundredths: number | null): string | null => (hundredths === null ? null : scoreText(hundredths));

readType({
  name: 'EffectAssessment',
  table: 'effect_assessment',
  prefix: 'eas',
  // The office that entered it, and the body once it is entered.
  visible: (row, reading) => bodiesWithin('readOutline', `${row}.body_id`, reading),
  fields: {
    id: globalId('eas'),
    number: column('number', 'STATISTICS'),
    assessedOn: column('assessed_on', 'STATISTICS'),
    assessor: column('assessor', 'STATISTICS'),
    grade: column('grade', 'STATISTICS'),
    gradeText: column('grade_text', 'STATISTICS'),
    score: points('score'),
    fullScore: points('full_score'),
    items: {
      kind: 'computed',
      class: 'TEXT',
      needs: {
        items: (row) =>
          `(SELECT coalesce(json_agg(json_build_object('ordinal', ai.ordinal, 'title', ai.title, 'score', ai.score, 'fullScore', ai.full_score, 'remark', ai.remark) ORDER BY ai.ordinal), '[]'::json) FROM assessment_item ai WHERE ai.assessment_id = ${row}.id)`,
      },
      value: ({ items }) =>
        (items as StoredItem[]).map((item) => ({
          ...item,
          score: text(item.score),
          fullScore: text(item.fullScore),
        })),
    },
    remark: column('remark', 'TEXT'),
    enteredByName: column('entered_by_name', 'NAMES'),
    enteredAt: column('entered_at', 'STATISTICS'),
  },
});

/** The latest grade of every inspection of a round that the viewer may see. */
export const grades: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    grades: (round, reading: Reading) =>
      `(SELECT coalesce(json_agg((SELECT ga.grade FROM effect_assessment ga WHERE ga.inspection_id = gi.id ORDER BY ga.number DESC LIMIT 1)), '[]'::json)
        FROM inspection gi WHERE gi.round_id = ${round}.id AND ${bodiesWithin('readOutline', 'gi.body_id', reading)})`,
  },
  value: (needs) => gradeDistribution(needs['grades'] as (AssessmentGrade | null)[]),
};
