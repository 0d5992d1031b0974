import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

/** The codes of what an inspection carries and of what is kept of it. */
export const PlanKindEnum = enumOf('PlanKind', '整改方案 of one visit.', domain.PLAN_KINDS, {
  MAIN: '主方案',
  PERSONNEL: '选人用人',
  IDEOLOGY: '意识形态',
});
export const InspectionVerbEnum = enumOf(
  'InspectionVerb',
  'What may be done with an inspection as a whole.',
  domain.INSPECTION_VERBS,
  {
    keepInspection: 'Record prescribed steps, recommendations and counts of referrals.',
    assessEffect: '成效评估: enter an assessment.',
    draftPublication: '公开稿: draft and publish the public text.',
    exportArchive: 'Pack the archive: `startExport` with ARCHIVE.',
  },
);
