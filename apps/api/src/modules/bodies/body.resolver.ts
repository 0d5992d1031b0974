import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import {
  BodyPayload,
  CreateBodyInput,
  CreateDepartmentInput,
  DepartmentPayload,
  EditBodyInput,
  EditDepartmentInput,
  SetSupervisionInput,
} from './body.inputs.ts';
import { createBody, editBody, setSupervision } from './change-body.ts';
import { createDepartment, editDepartment } from './change-department.ts';

const bodyAnswer = (work: Promise<string>): Promise<BodyPayload> =>
  answer(async () => ({ body: ref('Body', await work) }));
const departmentAnswer = (work: Promise<string>): Promise<DepartmentPayload> =>
  answer(async () => ({ department: ref('Department', await work) }));

/** The directory of bodies and their departments. */
@Resolver()
export class BodyResolver {
  @Mutation(() => BodyPayload, { description: 'Adds a body to the directory. System administrator.' })
  createBody(
    @Arg('input', () => CreateBodyInput, { description: 'The body.' }) input: CreateBodyInput,
    @Ctx() ctx: Context,
  ): Promise<BodyPayload> {
    return bodyAnswer(createBody(ctx, input));
  }

  @Mutation(() => BodyPayload, { description: 'Changes a body. System administrator.' })
  editBody(
    @Arg('input', () => EditBodyInput, { description: 'The changes.' }) input: EditBodyInput,
    @Ctx() ctx: Context,
  ): Promise<BodyPayload> {
    return bodyAnswer(editBody(ctx, input));
  }

  @Mutation(() => BodyPayload, {
    description: 'Says which bodies a discipline group supervises. System administrator.',
  })
  setSupervision(
    @Arg('input', () => SetSupervisionInput, { description: 'Group and bodies.' }) input: SetSupervisionInput,
    @Ctx() ctx: Context,
  ): Promise<BodyPayload> {
    return bodyAnswer(setSupervision(ctx, input));
  }

  @Mutation(() => DepartmentPayload, { description: 'Adds a department. System administrator.' })
  createDepartment(
    @Arg('input', () => CreateDepartmentInput, { description: 'The department.' }) input: CreateDepartmentInput,
    @Ctx() ctx: Context,
  ): Promise<DepartmentPayload> {
    return departmentAnswer(createDepartment(ctx, input));
  }

  @Mutation(() => DepartmentPayload, { description: 'Changes or dissolves a department. System administrator.' })
  editDepartment(
    @Arg('input', () => EditDepartmentInput, { description: 'The changes.' }) input: EditDepartmentInput,
    @Ctx() ctx: Context,
  ): Promise<DepartmentPayload> {
    return departmentAnswer(editDepartment(ctx, input));
  }
}
