import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../../graphql/scalars.ts';
import { BodyKindEnum, CapabilityEnum, FieldClassEnum, RoleEnum } from '../../graphql/vocabulary.ts';

export const ViewerKind = { ACCOUNT: 'ACCOUNT', TOKEN: 'TOKEN' } as const;
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'How the viewer signed in.',
  valuesConfig: {
    ACCOUNT: { description: 'A person with account and password.' },
    TOKEN: { description: 'An integrator’s bearer token.' },
  },
});

@ObjectType({ description: 'The viewer’s own account.' })
export class ViewerAccount {
  @Field(() => ID, { description: 'Global id of the account.' })
  id: string;

  @Field(() => String, { description: 'What was typed to sign in.' })
  login: string;
}

@ObjectType({ description: 'The viewer as a person.' })
export class ViewerPerson {
  @Field(() => ID, { description: 'Global id of the person.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;
}

@ObjectType({ description: 'The body a role is held in.' })
export class ViewerBody {
  @Field(() => ID, { description: 'Global id of the body.' })
  id: string;

  @Field(() => BodyKindEnum, { description: 'What it is here.' })
  kind: string;

  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { description: 'Short name.' })
  shortName: string;
}

@ObjectType({ description: 'The department a role is bound to.' })
export class ViewerDepartment {
  @Field(() => ID, { description: 'Global id of the department.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;
}

@ObjectType({ description: 'The post a role is bound to.' })
export class ViewerPost {
  @Field(() => ID, { description: 'Global id of the post.' })
  id: string;

  @Field(() => String, { description: 'Title.' })
  title: string;
}

@ObjectType({ description: 'One of the viewer’s roles, in force today.' })
export class ViewerRole {
  @Field(() => ID, { description: 'Global id of the grant.' })
  id: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: string;

  @Field(() => ViewerBody, { nullable: true, description: 'Where it is held; null for administrators.' })
  body: ViewerBody | null;

  @Field(() => ViewerDepartment, { nullable: true, description: 'The department, for its people.' })
  department: ViewerDepartment | null;

  @Field(() => ViewerPost, { nullable: true, description: 'The post, for leaders.' })
  post: ViewerPost | null;

  @Field(() => Day, { description: 'First day.' })
  fromOn: string;

  @Field(() => Day, { nullable: true, description: 'Last day; null: until revoked.' })
  toOn: string | null;
}

@ObjectType({ description: 'Who asks, with what the console needs to draw navigation and home.' })
export class Viewer {
  @Field(() => ViewerKind, { description: 'Account or token.' })
  kind: 'ACCOUNT' | 'TOKEN';

  @Field(() => String, { description: 'Name of the person, or of the token.' })
  name: string;

  @Field(() => ViewerAccount, { nullable: true, description: 'The account; null for a token.' })
  account: ViewerAccount | null;

  @Field(() => ViewerPerson, { nullable: true, description: 'The person; null for a token.' })
  person: ViewerPerson | null;

  @Field(() => [ViewerRole], { description: 'Roles in force today; empty for a token.' })
  roles: ViewerRole[];

  @Field(() => [CapabilityEnum], { description: 'Places of the console that open for the viewer.' })
  capabilities: string[];

  @Field(() => CapabilityEnum, { nullable: true, description: 'The home that opens first; null without any role.' })
  home: string | null;

  @Field(() => [FieldClassEnum], {
    nullable: true,
    description: 'Field classes that may be read; null: no such limit.',
  })
  classes: readonly string[] | null;

  @Field(() => Day, { description: 'Today in Asia/Shanghai, by the server’s clock: every deadline is told from it.' })
  today: string;

  @Field(() => Boolean, {
    description: 'Whether official documents are exported as PDF here, beside .docx (`CHROMIUM_PATH` names a browser).',
  })
  printsPdf: boolean;
}
