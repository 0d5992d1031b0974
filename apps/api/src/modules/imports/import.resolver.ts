import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { recheckChanges } from './changes/read-changes.ts';
import { commitImport } from './commit-import.ts';
import { correctImport } from './correct-import.ts';
import {
  CommitImportInput,
  CorrectImportInput,
  ImportPayload,
  ImportVerbInput,
  RemapColumnsInput,
  ReparseInput,
} from './import.inputs.ts';
import { remapColumns, reparse } from './read-again.ts';
import { discardImport, undoImport } from './undo-import.ts';

const importAnswer = (work: Promise<string>): Promise<ImportPayload> =>
  answer(async () => ({ import: ref('Import', await work) }));

/** What a clerk does with an import after sending its file (import.router.ts). */
@Resolver()
export class ImportResolver {
  @Mutation(() => ImportPayload, { description: 'Corrects what was read, before it enters the ledger. Clerk.' })
  correctImport(
    @Arg('input', () => CorrectImportInput, { description: 'The corrections.' }) input: CorrectImportInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(correctImport(ctx, input));
  }

  @Mutation(() => ImportPayload, { description: 'Reads a report again with a corrected layout. Clerk.' })
  reparse(
    @Arg('input', () => ReparseInput, { description: 'The layout.' }) input: ReparseInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(reparse(ctx, input));
  }

  @Mutation(() => ImportPayload, { description: 'Reads a list again with other columns. Clerk.' })
  remapColumns(
    @Arg('input', () => RemapColumnsInput, { description: 'The columns.' }) input: RemapColumnsInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(remapColumns(ctx, input));
  }

  @Mutation(() => ImportPayload, {
    description:
      'Compares a table of changes with the ledger as it stands now; what was left out stays left out. Who sent it, and the clerk.',
  })
  recheckChanges(
    @Arg('input', () => ImportVerbInput, { description: 'Which.' }) input: ImportVerbInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(recheckChanges(ctx, input));
  }

  @Mutation(() => ImportPayload, { description: 'Gives a draft up; the same file can then be sent again. Clerk.' })
  discardImport(
    @Arg('input', () => ImportVerbInput, { description: 'Which.' }) input: ImportVerbInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(discardImport(ctx, input));
  }

  @Mutation(() => ImportPayload, {
    description:
      'Enters the import into the ledger as one batch: findings, actions, sums as stated, printed meetings, documents, talks and refunds as evidence not yet accepted. Clerk.',
  })
  commitImport(
    @Arg('input', () => CommitImportInput, { description: 'Which, and how.' }) input: CommitImportInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(commitImport(ctx, input));
  }

  @Mutation(() => ImportPayload, { description: 'Takes the whole batch back, while nobody has worked on it. Clerk.' })
  undoImport(
    @Arg('input', () => ImportVerbInput, { description: 'Which.' }) input: ImportVerbInput,
    @Ctx() ctx: Context,
  ): Promise<ImportPayload> {
    return importAnswer(undoImport(ctx, input));
  }
}
