import { bodies, days, disciplineGroup, office, round } from './content/bodies.ts';
import type { DemoBody } from './content/bodies.ts';
import { dateOf } from './days.ts';
import type { Stage } from './stage.ts';

/** The round, its office, the discipline group and the three inspected bodies with departments, aspects and inspections. */
export function seedBodies(stage: Stage): void {
  const { rows, id } = stage;
  const officeId = id('body:office-body');
  const groupId = id('body:discipline-group');
  rows.bodies.push(
    { id: officeId, kind: 'OFFICE', name: office.name, shortName: office.shortName, regionCode: '990100' },
    {
      id: groupId,
      kind: 'DISCIPLINE_GROUP',
      name: disciplineGroup.name,
      shortName: disciplineGroup.shortName,
      regionCode: '990100',
    },
  );
  rows.rounds.push({ id: id('round'), level: 'XUNCHA', officeId, settings: {}, ...round });
  for (const body of bodies) seedInspected(stage, body);
  for (const key of disciplineGroup.supervises) rows.supervisions.push({ groupId, bodyId: id(`body:${key}`) });
}

function seedInspected({ rows, id }: Stage, body: DemoBody): void {
  const bodyId = id(`body:${body.key}`);
  const { name, shortName, creditCode } = body;
  rows.bodies.push({ id: bodyId, kind: 'INSPECTED', name, shortName, creditCode, regionCode: '990100' });
  body.departments.forEach((department, index) =>
    rows.departments.push({
      id: id(`department:${body.key}:${department.key}`),
      bodyId,
      name: department.name,
      ordinal: index + 1,
    }),
  );
  const inspectionId = id(`inspection:${body.key}`);
  rows.inspections.push({
    id: inspectionId,
    roundId: id('round'),
    bodyId,
    type: 'ROUTINE',
    team: body.team,
    onSiteFrom: dateOf(days.onSiteFrom),
    onSiteTo: dateOf(days.onSiteTo),
    feedbackOn: dateOf(days.feedback),
    planAcceptedOn: dateOf(days.planAccepted),
    settings: {},
    statedCounts: body.statedCounts,
  });
  body.aspects.forEach((aspect, index) =>
    rows.aspects.push({
      id: id(`aspect:${body.key}:${aspect.key}`),
      inspectionId,
      ordinal: index + 1,
      title: aspect.title,
    }),
  );
}
