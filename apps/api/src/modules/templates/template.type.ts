import { TEMPLATE_KINDS, TEMPLATE_STATES, TEMPLATE_VERBS } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Instant } from '../../graphql/scalars.ts';

export const TemplateKindEnum = enumOf('TemplateKind', 'An official document with a layout.', TEMPLATE_KINDS, {
  REPORT: '整改进展情况.',
  PLAN: '整改方案 with its lists.',
  PRINCIPAL_REPORT: '主要负责人组织落实情况报告.',
  NOTICE: 'A notice of an inspection office.',
});
export const TemplateStateEnum = enumOf('TemplateState', 'Where a version of a template stands.', TEMPLATE_STATES, {
  READY: 'Checked, not yet used.',
  IN_FORCE: 'Documents are laid out by it.',
  RETIRED: 'Out of force; kept, and may come back.',
});
export const TemplateVerbEnum = enumOf('TemplateVerb', 'What may be done with a version.', TEMPLATE_VERBS, {
  putTemplateInForce: 'Lay documents out by it from now on.',
  removeTemplate: 'Go back to the built-in layout.',
});

@ObjectType({ description: 'A placeholder that a template of this kind may hold.' })
export class TemplatePlaceholder {
  @Field(() => String, { description: 'The name between the braces.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The list that it stands in; null: anywhere.' })
  within: string | null;

  @Field(() => Boolean, { description: 'Whether it is a list: {#name} … {/name}.' })
  isList: boolean;

  @Field(() => String, { description: 'What stands in its place, in Chinese.' })
  means: string;

  @Field(() => String, { description: 'The same in English.' })
  meansInEnglish: string;
}

@ObjectType({ description: 'One version of an own template. It fitted its check when it was kept.' })
export class DocumentTemplate {
  @Field(() => ID, { description: 'Global id.' })
  id: string;

  @Field(() => Int, { description: 'Counts the versions of its kind.' })
  number: number;

  @Field(() => String, { description: 'Name of the file.' })
  fileName: string;

  @Field(() => TemplateStateEnum, { description: 'Where it stands.' })
  state: keyof typeof TemplateStateEnum;

  @Field(() => String, { description: 'Who uploaded it.' })
  uploadedByName: string;

  @Field(() => Instant, { description: 'When.' })
  uploadedAt: string;

  @Field(() => String, { nullable: true, description: 'Who put it in force last; null: nobody yet.' })
  inForceByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  inForceAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who took it out of force last, or put another in force.' })
  retiredByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  retiredAt: string | null;

  @Field(() => [TemplateVerbEnum], { description: 'What the viewer may do with it now.' })
  viewerCan: (keyof typeof TemplateVerbEnum)[];
}

@ObjectType({
  description: 'The own templates of one document of a body; without one in force the built-in layout holds.',
})
export class TemplateShelf {
  @Field(() => ID, { description: 'Global id of the body; of notices, the office.' })
  bodyId: string;

  @Field(() => String, { description: 'Its short name.' })
  bodyName: string;

  @Field(() => TemplateKindEnum, { description: 'The document.' })
  kind: keyof typeof TemplateKindEnum;

  @Field(() => [TemplatePlaceholder], { description: 'Every placeholder, the items of a list after it.' })
  placeholders: TemplatePlaceholder[];

  @Field(() => [DocumentTemplate], { description: 'Versions, the newest 50 first.' })
  versions: DocumentTemplate[];
}

@InputType({ description: 'Names a version of a template.' })
export class TemplateVerbInput {
  @Field(() => ID, { description: 'The version.' })
  templateId: string;
}

@ObjectType({ description: 'The shelf after the change, or why it was refused.' })
export class TemplatePayload {
  @Field(() => TemplateShelf, { nullable: true, description: 'The shelf; null when refused.' })
  shelf?: TemplateShelf | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
