import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { addDocument, addFileEvidence, addMeeting, addOtherEvidence, addTalk } from './add-evidence.ts';
import { editEvidence } from './edit-evidence.ts';
import {
  EditEvidenceInput,
  EvidenceListPayload,
  EvidenceVerbInput,
  LinkEvidenceInput,
  ReviewEvidenceInput,
} from './evidence-change.inputs.ts';
import {
  AddDocumentInput,
  AddFileEvidenceInput,
  AddMeetingInput,
  AddOtherEvidenceInput,
  AddTalkInput,
  EvidencePayload,
} from './evidence.inputs.ts';
import type { Evidence } from './evidence.type.ts';
import { linkEvidence, unlinkEvidence } from './link-evidence.ts';
import { removeEvidence } from './remove-evidence.ts';
import { reviewEvidence } from './review-evidence.ts';

/** The payload of every verb on one piece of evidence. */
export const evidenceAnswer = (work: Promise<string>): Promise<EvidencePayload> =>
  answer(async () => ({ evidence: ref<Evidence>('Evidence', await work) }));

const WHO = 'Handler, heads of its departments, clerk (代录); while in work.';

/** The verbs on evidence (佐证材料); refunds belong to the money slice, files to theirs. */
@Resolver()
export class EvidenceResolver {
  @Mutation(() => EvidencePayload, { description: `Adds a meeting. ${WHO}` })
  addMeeting(
    @Arg('input', () => AddMeetingInput, { description: 'The meeting.' }) input: AddMeetingInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addMeeting(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Adds a document. ${WHO}` })
  addDocument(
    @Arg('input', () => AddDocumentInput, { description: 'The document.' }) input: AddDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addDocument(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Adds a talk. ${WHO}` })
  addTalk(
    @Arg('input', () => AddTalkInput, { description: 'The talk.' }) input: AddTalkInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addTalk(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Adds files as evidence of their own. ${WHO}` })
  addFileEvidence(
    @Arg('input', () => AddFileEvidenceInput, { description: 'What the files are.' }) input: AddFileEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addFileEvidence(ctx, input));
  }

  @Mutation(() => EvidencePayload, {
    description: `Adds training, a visit, an inspection, a lateral review and the like. ${WHO}`,
  })
  addOtherEvidence(
    @Arg('input', () => AddOtherEvidenceInput, { description: 'The piece.' }) input: AddOtherEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addOtherEvidence(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Edits a piece; a reviewed one waits for review again. ${WHO}` })
  editEvidence(
    @Arg('input', () => EditEvidenceInput, { description: 'The changes.' }) input: EditEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(editEvidence(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Lets a piece prove further actions. ${WHO}` })
  linkEvidence(
    @Arg('input', () => LinkEvidenceInput, { description: 'Piece and actions.' }) input: LinkEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(linkEvidence(ctx, input));
  }

  @Mutation(() => EvidencePayload, { description: `Lets a piece no longer prove some actions. ${WHO}` })
  unlinkEvidence(
    @Arg('input', () => LinkEvidenceInput, { description: 'Piece and actions.' }) input: LinkEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(unlinkEvidence(ctx, input));
  }

  @Mutation(() => EvidencePayload, {
    description:
      'Takes a piece back before it was reviewed, with its files and payments. Who entered it; while in work.',
  })
  removeEvidence(
    @Arg('input', () => EvidenceVerbInput, { description: 'Which.' }) input: EvidenceVerbInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return answer(async () => {
      await removeEvidence(ctx, input);
      return { evidence: null };
    });
  }

  @Mutation(() => EvidenceListPayload, {
    description:
      'Accepts or rejects pieces of evidence. Head of the lead department, leader, secretary, clerk; never one’s own entries.',
  })
  reviewEvidence(
    @Arg('input', () => ReviewEvidenceInput, { description: 'Which, and how.' }) input: ReviewEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidenceListPayload> {
    return answer(async () => ({
      evidence: (await reviewEvidence(ctx, input)).map((id) => ref<Evidence>('Evidence', id)),
    }));
  }
}
