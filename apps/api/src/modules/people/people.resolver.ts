import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { createPerson, editPerson } from './change-person.ts';
import { createPost, editPost, holdPost, vacatePost } from './change-post.ts';
import {
  CreatePersonInput,
  CreatePostInput,
  EditPersonInput,
  EditPostInput,
  HoldPostInput,
  PersonPayload,
  PostPayload,
  VacatePostInput,
} from './people.inputs.ts';

const personAnswer = (work: Promise<string>): Promise<PersonPayload> =>
  answer(async () => ({ person: ref('Person', await work) }));
const postAnswer = (work: Promise<string>): Promise<PostPayload> =>
  answer(async () => ({ post: ref('Post', await work) }));

/** The directory of people and posts. */
@Resolver()
export class PeopleResolver {
  @Mutation(() => PersonPayload, { description: 'Adds a person. System administrator.' })
  createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'The person.' }) input: CreatePersonInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return personAnswer(createPerson(ctx, input));
  }

  @Mutation(() => PersonPayload, {
    description: 'Changes a person, or records that the person left. System administrator.',
  })
  editPerson(
    @Arg('input', () => EditPersonInput, { description: 'The changes.' }) input: EditPersonInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return personAnswer(editPerson(ctx, input));
  }

  @Mutation(() => PostPayload, { description: 'Adds a post. System administrator.' })
  createPost(
    @Arg('input', () => CreatePostInput, { description: 'The post.' }) input: CreatePostInput,
    @Ctx() ctx: Context,
  ): Promise<PostPayload> {
    return postAnswer(createPost(ctx, input));
  }

  @Mutation(() => PostPayload, { description: 'Changes or abolishes a post. System administrator.' })
  editPost(
    @Arg('input', () => EditPostInput, { description: 'The changes.' }) input: EditPostInput,
    @Ctx() ctx: Context,
  ): Promise<PostPayload> {
    return postAnswer(editPost(ctx, input));
  }

  @Mutation(() => PostPayload, {
    description: 'Handover: a person takes a post over with its items. System administrator.',
  })
  holdPost(
    @Arg('input', () => HoldPostInput, { description: 'Who, from when.' }) input: HoldPostInput,
    @Ctx() ctx: Context,
  ): Promise<PostPayload> {
    return postAnswer(holdPost(ctx, input));
  }

  @Mutation(() => PostPayload, { description: 'The holder leaves a post. System administrator.' })
  vacatePost(
    @Arg('input', () => VacatePostInput, { description: 'Until when.' }) input: VacatePostInput,
    @Ctx() ctx: Context,
  ): Promise<PostPayload> {
    return postAnswer(vacatePost(ctx, input));
  }
}
