import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { WARNING_COLOURS, WARNING_LEVELS, type WarningLevel } from '@closeout/domain';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Notice } from '../notices/notice.type.ts';
import { Finding } from '../findings/finding.type.ts';

export const WarningLevelEnum = enumOf('WarningLevel', 'How far a deadline is.', WARNING_LEVELS, {
  GREEN: 'First warning.',
  YELLOW: 'Due soon.',
  RED: 'Past the due day.',
});

export const WarningColourEnum = enumOf(
  'WarningShade',
  'The round’s colour of a level; never shown without its words.',
  WARNING_COLOURS,
  {
    GREEN: 'Green.',
    BLUE: 'Blue.',
    YELLOW: 'Yellow.',
    ORANGE: 'Orange.',
    RED: 'Red.',
  },
);

@ObjectType({
  implements: Node,
  description:
    'A deadline warning told to the viewer: the number of a finding or notice, its due day and level, never its text.',
})
export class Warning extends Node {
  @Field(() => WarningLevelEnum, { description: 'The level.' })
  level: WarningLevel;

  @Field(() => String, { nullable: true, description: 'The round’s own word for the level; null: the usual word.' })
  levelName: string | null;

  @Field(() => WarningColourEnum, { description: 'The round’s colour of the level.' })
  colour: string;

  @Field(() => String, { description: 'Number of the finding or notice.' })
  refNo: string;

  @Field(() => String, { description: 'Short name of the body.' })
  bodyName: string;

  @Field(() => Day, { description: 'The due day it warns of, a calendar day in Asia/Shanghai.' })
  dueOn: string;

  @Field(() => Instant, { description: 'Since when the viewer is told.' })
  toldAt: string;

  @Field(() => Instant, { nullable: true, description: 'When the viewer marked it as seen; null: not yet.' })
  seenAt: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it went out by mail; null: not yet, or no mail is wanted.',
  })
  mailedAt: string | null;

  @Field(() => Notice, {
    nullable: true,
    description: 'The notice whose reply is due; null where the warning is about a finding.',
  })
  notice: Notice | null;

  @Field(() => Finding, {
    nullable: true,
    description: 'The finding; null where the viewer may not read it, as the office.',
  })
  finding: Finding | null;
}

export const WarningConnection = connectionOf(Warning, 'Warning', 'warnings');

@InputType({ description: 'Which of the own warnings; absent fields do not filter.' })
export class WarningFilter {
  @Field(() => [WarningLevelEnum], { nullable: true, description: 'Of one of these levels.' })
  level?: WarningLevel[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only seen, or (false) only unseen ones.' })
  seen?: boolean | null;
}

@ArgsType()
export class WarningListArgs extends PageArgs {
  @Field(() => WarningFilter, { nullable: true, description: 'Which warnings.' })
  filter?: WarningFilter | null;
}

@InputType({ description: 'Marks own warnings as seen.' })
export class MarkWarningsSeenInput {
  @Field(() => [ID], { description: 'Which, at most 100; those seen before keep their time.' })
  warningIds: string[];
}

@ObjectType({ description: 'Answer of markWarningsSeen.' })
export class MarkWarningsSeenPayload {
  @Field(() => Int, { nullable: true, description: 'How many were unseen until now; null when refused.' })
  count?: number | null;

  @Field(() => [UserError], { description: 'Refusals.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'Whether and where the viewer gets the daily mail of warnings.' })
export class MailSettings {
  @Field(() => String, { nullable: true, description: 'The address; null: none, told in the console only.' })
  mail: string | null;

  @Field(() => Boolean, { description: 'Whether mails are wanted.' })
  mailOn: boolean;
}

@InputType({ description: 'The own mail settings.' })
export class ChangeMailSettingsInput {
  @Field(() => String, { nullable: true, description: 'The address; null or empty: none.' })
  mail?: string | null;

  @Field(() => Boolean, { description: 'Whether mails are wanted.' })
  mailOn: boolean;
}

@ObjectType({ description: 'Answer of changeMailSettings.' })
export class MailSettingsPayload {
  @Field(() => MailSettings, { nullable: true, description: 'As they are now; null when refused.' })
  mailSettings?: MailSettings | null;

  @Field(() => [UserError], { description: 'Refusals.' })
  userErrors: UserError[];
}
