import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { EvidencePayload } from '../evidence/evidence.inputs.ts';
import { evidenceAnswer } from '../evidence/evidence.resolver.ts';
import type { Finding } from '../findings/finding.type.ts';
import { addRefund } from './add-refund.ts';
import { addRecovery, removeRecovery } from './book-recovery.ts';
import type { ChangedSum } from './change-sum.ts';
import { establishSum } from './establish-sum.ts';
import {
  AddRecoveryInput,
  AddRefundInput,
  EstablishSumInput,
  MoneyPayload,
  RemoveRecoveryInput,
  RemoveWaiverInput,
  WaiveSumInput,
} from './money.inputs.ts';
import type { MoneySum } from './money.type.ts';
import { removeWaiver, waiveSum } from './waive-sum.ts';

const moneyAnswer = (work: Promise<ChangedSum>): Promise<MoneyPayload> =>
  answer(async () => {
    const { sumId, findingId } = await work;
    return { sum: ref<MoneySum>('MoneySum', sumId), finding: ref<Finding>('Finding', findingId) };
  });

/** The verbs on money: established, recovered, waived; whole fen, never more than was established. */
@Resolver()
export class MoneyResolver {
  @Mutation(() => EvidencePayload, {
    description:
      'Adds a refund: its payments are booked with it, or nothing is. Handler, head of the lead department, clerk (代录); while in work.',
  })
  addRefund(
    @Arg('input', () => AddRefundInput, { description: 'The refund.' }) input: AddRefundInput,
    @Ctx() ctx: Context,
  ): Promise<EvidencePayload> {
    return evidenceAnswer(addRefund(ctx, input));
  }

  @Mutation(() => MoneyPayload, {
    description: 'Establishes a sum and its disposition. Head of the lead department, clerk; until submission.',
  })
  establishSum(
    @Arg('input', () => EstablishSumInput, { description: 'The sum.' }) input: EstablishSumInput,
    @Ctx() ctx: Context,
  ): Promise<MoneyPayload> {
    return moneyAnswer(establishSum(ctx, input));
  }

  @Mutation(() => MoneyPayload, {
    description:
      'Records a payment towards an established sum. Handler, head of the lead department, clerk; while in work.',
  })
  addRecovery(
    @Arg('input', () => AddRecoveryInput, { description: 'The payment.' }) input: AddRecoveryInput,
    @Ctx() ctx: Context,
  ): Promise<MoneyPayload> {
    return moneyAnswer(addRecovery(ctx, input));
  }

  @Mutation(() => MoneyPayload, {
    description: 'Takes a payment back. Handler, head of the lead department, clerk; while in work.',
  })
  removeRecovery(
    @Arg('input', () => RemoveRecoveryInput, { description: 'Which.' }) input: RemoveRecoveryInput,
    @Ctx() ctx: Context,
  ): Promise<MoneyPayload> {
    return moneyAnswer(removeRecovery(ctx, input));
  }

  @Mutation(() => MoneyPayload, {
    description: '不予清退: records a waiver with its consents. Head of the lead department, clerk; while in work.',
  })
  waiveSum(
    @Arg('input', () => WaiveSumInput, { description: 'The waiver.' }) input: WaiveSumInput,
    @Ctx() ctx: Context,
  ): Promise<MoneyPayload> {
    return moneyAnswer(waiveSum(ctx, input));
  }

  @Mutation(() => MoneyPayload, {
    description: 'Takes a waiver back. Head of the lead department, clerk; while in work.',
  })
  removeWaiver(
    @Arg('input', () => RemoveWaiverInput, { description: 'Which.' }) input: RemoveWaiverInput,
    @Ctx() ctx: Context,
  ): Promise<MoneyPayload> {
    return moneyAnswer(removeWaiver(ctx, input));
  }
}
