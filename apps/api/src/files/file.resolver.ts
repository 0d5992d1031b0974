import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { answer } from '../graphql/errors.ts';
import { RemoveAttachmentInput, RemoveAttachmentPayload, RequestUploadInput, UploadPayload } from './file.inputs.ts';
import { removeAttachment } from './remove-attachment.ts';
import { requestUpload } from './request-upload.ts';

/** Tickets for uploads, and taking files away; the bytes themselves travel by HTTP (file.router.ts). */
@Resolver()
export class FileResolver {
  @Mutation(() => UploadPayload, {
    description: 'Asks to upload one file to a record. Whoever may add to that record now.',
  })
  requestUpload(
    @Arg('input', () => RequestUploadInput, { description: 'Record and file.' }) input: RequestUploadInput,
    @Ctx() ctx: Context,
  ): Promise<UploadPayload> {
    return answer(() => requestUpload(ctx, input));
  }

  @Mutation(() => RemoveAttachmentPayload, { description: 'Takes a file away. Whoever may add to its record now.' })
  removeAttachment(
    @Arg('input', () => RemoveAttachmentInput, { description: 'Which.' }) input: RemoveAttachmentInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveAttachmentPayload> {
    return answer(async () => ({ removedId: await removeAttachment(ctx, input) }));
  }
}
