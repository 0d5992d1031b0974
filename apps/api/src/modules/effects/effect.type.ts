import { ASSESSMENT_GRADES } from '@closeout/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';

export const AssessmentGradeEnum = enumOf('AssessmentGrade', '成效评估的等次.', ASSESSMENT_GRADES, {
  GOOD: '好',
  FAIRLY_GOOD: '较好',
  FAIR: '一般',
  POOR: '差',
});

@ObjectType({
  implements: Node,
  description: 'One version of a finding’s 整改成效, as it was written; never overwritten.',
})
export class EffectVersion extends Node {
  @Field(() => Int, { description: '1 for the first.' })
  number: number;

  @Field(() => String, { nullable: true, description: 'The text; null where it was taken back.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it; null where it came with an import.' })
  writtenByName: string | null;

  @Field(() => Instant, { description: 'When.' })
  writtenAt: string;
}

@ObjectType({ description: 'One item of an assessment.' })
export class AssessmentItem {
  @Field(() => Int, { description: 'Place, 1-based.' })
  ordinal: number;

  @Field(() => String, { description: 'What was assessed.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Points reached, such as 18.5.' })
  score: string | null;

  @Field(() => String, { nullable: true, description: 'Points that can be reached.' })
  fullScore: string | null;

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark: string | null;
}

@ObjectType({
  implements: Node,
  description: '成效评估 as the office entered it; the latest one of an inspection counts, earlier ones stay.',
})
export class EffectAssessment extends Node {
  @Field(() => Int, { description: '1 for the first.' })
  number: number;

  @Field(() => Day, { description: 'When it was assessed.' })
  assessedOn: string;

  @Field(() => String, { description: 'Who assessed: an office, a team.' })
  assessor: string;

  @Field(() => AssessmentGradeEnum, { nullable: true, description: 'Grade.' })
  grade: string | null;

  @Field(() => String, { nullable: true, description: 'The grade in the local word.' })
  gradeText: string | null;

  @Field(() => String, { nullable: true, description: 'Points reached, such as 92.5.' })
  score: string | null;

  @Field(() => String, { nullable: true, description: 'Points that can be reached.' })
  fullScore: string | null;

  @Field(() => [AssessmentItem], { description: 'Its items, in order.' })
  items: AssessmentItem[];

  @Field(() => String, { nullable: true, description: 'Remark.' })
  remark: string | null;

  @Field(() => String, { description: 'Who entered it.' })
  enteredByName: string;

  @Field(() => Instant, { description: 'When it was entered.' })
  enteredAt: string;
}

@ObjectType({ description: 'Inspections with one grade.' })
export class GradeCount {
  @Field(() => AssessmentGradeEnum, { nullable: true, description: 'Grade; null: no grade, or not assessed yet.' })
  grade: string | null;

  @Field(() => Int, { description: 'How many; zeros are printed.' })
  count: number;
}
