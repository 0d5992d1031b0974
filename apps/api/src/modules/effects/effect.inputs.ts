import type { AssessmentGrade } from '@closeout/domain';
import { Field, ID, InputType } from 'type-graphql';
import { Day } from '../../graphql/scalars.ts';
import { FindingVerbInput } from '../findings/finding.inputs.ts';
import { AssessmentGradeEnum } from './effect.type.ts';

@InputType({ description: '整改成效: its new text; the versions before stay.' })
export class WriteEffectInput extends FindingVerbInput {
  @Field(() => String, {
    nullable: true,
    description: 'What came of it, in words. Sums in it are no money of the ledger. Null takes it back.',
  })
  text?: string | null;
}

@InputType({ description: 'One item of an assessment.' })
export class AssessmentItemInput {
  @Field(() => String, { description: 'What was assessed.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Points reached: at most two decimals.' })
  score?: string | null;

  @Field(() => String, { nullable: true, description: 'Points that can be reached.' })
  fullScore?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark?: string | null;
}

@InputType({ description: '成效评估 of one inspection: a grade or a score; entered beside those before.' })
export class AssessEffectInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => Day, { description: 'When it was assessed, not later than today.' })
  assessedOn: string;

  @Field(() => String, { description: 'Who assessed: an office, a team.' })
  assessor: string;

  @Field(() => AssessmentGradeEnum, { nullable: true, description: 'Grade.' })
  grade?: AssessmentGrade | null;

  @Field(() => String, { nullable: true, description: 'The grade in the local word.' })
  gradeText?: string | null;

  @Field(() => String, { nullable: true, description: 'Points reached: at most two decimals.' })
  score?: string | null;

  @Field(() => String, { nullable: true, description: 'Points that can be reached.' })
  fullScore?: string | null;

  @Field(() => [AssessmentItemInput], { nullable: true, description: 'Its items, in order.' })
  items?: AssessmentItemInput[] | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark?: string | null;
}
