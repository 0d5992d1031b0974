import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs, planned } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { ActionKindEnum, ActionStateEnum } from '../../graphql/vocabulary.ts';
import { EvidenceKindEnum } from '../../graphql/vocabulary-evidence.ts';
import { Department } from '../bodies/body.type.ts';
import { EvidenceConnection } from '../evidence/evidence.type.ts';
import { Finding } from '../findings/finding.type.ts';
import { Person } from '../people/post.type.ts';

@ObjectType({ implements: Node, description: 'One report of progress on an action; earlier ones stay.' })
export class ProgressUpdate extends Node {
  @Field(() => String, { nullable: true, description: 'The words; null where the action was only marked as done.' })
  text: string | null;

  @Field(() => ActionStateEnum, { description: 'The action’s state with this update.' })
  state: string;

  @Field(() => Instant, { description: 'When.' })
  at: string;

  @Field(() => String, { description: 'Who wrote it.' })
  byName: string;

  @Field(() => String, { nullable: true, description: '代录: on behalf of this department.' })
  onBehalfOf: string | null;

  @Field(() => String, { nullable: true, description: 'Where the words came from, when entered on behalf.' })
  onBehalfSource: string | null;
}

@ObjectType({ description: 'What proves an action, by the round’s rule for its kind.' })
export class EvidenceAsked {
  @Field(() => [EvidenceKindEnum], { description: 'Kinds that count; empty: every kind counts.' })
  kinds: string[];

  @Field(() => Int, { description: 'Pieces asked for; 0: none.' })
  pieces: number;
}

@ObjectType({ implements: Node, description: '措施: an action of a finding.' })
export class Action extends Node {
  @Field(() => Int, { description: 'Number within the finding, 1-based (一是, 二是 …).' })
  ordinal: number;

  @Field(() => ActionKindEnum, { description: 'What it is: what proves it may depend on it.' })
  kind: string;

  @Field(() => String, { description: 'The action.' })
  text: string;

  @Field(() => ActionStateEnum, { description: 'State.' })
  state: string;

  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  dropReason: string | null;

  @Field(() => String, { nullable: true, description: 'Latest progress.' })
  progress: string | null;

  @Field(() => Day, { nullable: true, description: 'Done on.' })
  doneOn: string | null;

  @Field(() => Day, { nullable: true, description: 'Own due day, where it differs from the finding’s.' })
  dueOn: string | null;

  @Field(() => String, { nullable: true, description: 'Own deadline in words.' })
  dueText: string | null;

  @Field(() => Boolean, { description: 'Whether close-out asks for evidence of it.' })
  needsEvidence: boolean;

  @Field(() => EvidenceAsked, { description: 'What evidence close-out asks of it, by the settings in force.' })
  evidenceAsked: EvidenceAsked;

  @Field(() => Boolean, { description: 'True while the words stand as an imported source claims them.' })
  reportedBySource: boolean;

  @Field(() => [Int], { nullable: true, description: 'Span [start, end) in the import’s source text, UTF-16 units.' })
  span: number[] | null;

  @Field(() => Department, {
    nullable: true,
    description: 'Department that carries it out, where not the lead department.',
  })
  department: Department | null;

  @Field(() => Person, { nullable: true, description: 'Its own handler.' })
  handler: Person | null;

  @Field(() => Finding, { description: 'Its finding.' })
  finding: Finding;

  @Field(() => [ProgressUpdate], { description: 'All progress updates, newest first.' })
  updates: ProgressUpdate[];

  @Field(() => Int, { description: 'Number of pieces of evidence that the viewer may see.' })
  evidenceCount: number;

  @Field(() => EvidenceConnection, { description: 'Its evidence, by piece number.' })
  evidence(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const ActionConnection = connectionOf(Action, 'Action', 'actions');
