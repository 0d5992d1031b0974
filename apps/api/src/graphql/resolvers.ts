import './read-models.ts';
import type { NonEmptyArray } from 'type-graphql';
import { Attachment } from '../modules/evidence/evidence.type.ts';
import { ProgressUpdate } from '../modules/actions/action.type.ts';
import { AccessResolver } from '../modules/access/access.resolver.ts';
import { ApiTokenResolver } from '../modules/access/api-token.resolver.ts';
import { AdminRecordResolver } from '../modules/access/admin-records.resolver.ts';
import { ViewerResolver } from '../modules/access/viewer.resolver.ts';
import { BodyResolver } from '../modules/bodies/body.resolver.ts';
import { PeopleResolver } from '../modules/people/people.resolver.ts';
import { RoundResolver } from '../modules/rounds/round.resolver.ts';
import { CalendarResolver } from '../modules/calendar/calendar.resolver.ts';
import { FileResolver } from '../files/file.resolver.ts';
import { ActionResolver } from '../modules/actions/action.resolver.ts';
import { EvidenceResolver } from '../modules/evidence/evidence.resolver.ts';
import { MoneyResolver } from '../modules/money/money.resolver.ts';
import { FindingResolver } from '../modules/findings/finding.resolver.ts';
import { StatisticsResolver } from '../modules/oversight/statistics.resolver.ts';
import { SignoffResolver } from '../modules/signoff/signoff.resolver.ts';
import { DeputyResolver } from '../modules/deputies/deputy.resolver.ts';
import { HandoverResolver } from '../modules/handovers/handover.resolver.ts';
import { ExtensionResolver } from '../modules/extensions/extension.resolver.ts';
import { RecheckResolver } from '../modules/rechecks/recheck.resolver.ts';
import { NoticeResolver } from '../modules/notices/notice.resolver.ts';
import { PaperResolver } from '../modules/notices/paper.resolver.ts';
import { UrgingResolver } from '../modules/urging/urging.resolver.ts';
import { RepeatResolver } from '../modules/repeats/repeat.resolver.ts';
import { IndicatorResolver } from '../modules/indicators/indicator.resolver.ts';
import { EffectResolver } from '../modules/effects/effect.resolver.ts';
import { StepResolver } from '../modules/steps/step.resolver.ts';
import { RecommendationResolver } from '../modules/recommendations/recommendation.resolver.ts';
import { PartyResolver } from '../modules/parties/party.resolver.ts';
import { ImportResolver } from '../modules/imports/import.resolver.ts';
import { JobResolver } from '../modules/jobs/job.resolver.ts';
import { FilingResolver } from '../modules/filings/filing.resolver.ts';
import { CommentResolver } from '../modules/comments/comment.resolver.ts';
import { PublicationResolver } from '../modules/publications/publication.resolver.ts';
import { SightResolver } from '../modules/sights/sight.resolver.ts';
import { ReportResolver } from '../modules/reports/report.resolver.ts';
import { TemplateResolver } from '../modules/templates/template.resolver.ts';
import { WarningResolver } from '../modules/warnings/warning.resolver.ts';
import { ChangesResolver } from '../modules/changes/changes.resolver.ts';
import { RecordResolver } from './record.resolver.ts';

/** Every resolver class of the schema, one per slice. */
export const resolvers: NonEmptyArray<Function> = [
  RecordResolver,
  ViewerResolver,
  AdminRecordResolver,
  AccessResolver,
  ApiTokenResolver,
  BodyResolver,
  PeopleResolver,
  RoundResolver,
  CalendarResolver,
  FindingResolver,
  ActionResolver,
  EvidenceResolver,
  MoneyResolver,
  FileResolver,
  SignoffResolver,
  DeputyResolver,
  HandoverResolver,
  ExtensionResolver,
  RecheckResolver,
  RepeatResolver,
  IndicatorResolver,
  PartyResolver,
  EffectResolver,
  StepResolver,
  RecommendationResolver,
  NoticeResolver,
  PaperResolver,
  UrgingResolver,
  StatisticsResolver,
  ImportResolver,
  ReportResolver,
  TemplateResolver,
  JobResolver,
  FilingResolver,
  PublicationResolver,
  CommentResolver,
  SightResolver,
  WarningResolver,
  ChangesResolver,
];

/** Record types reached only by `node(id)`. */
export const orphanedTypes: Function[] = [Attachment, ProgressUpdate];
