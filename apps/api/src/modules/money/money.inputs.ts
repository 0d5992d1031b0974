import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day, Fen } from '../../graphql/scalars.ts';
import { ConsentFormEnum, DispositionEnum, ReceiverEnum, RecoveryKindEnum } from '../../graphql/vocabulary-evidence.ts';
import { AddEvidenceInput } from '../evidence/evidence.inputs.ts';
import { Finding } from '../findings/finding.type.ts';
import { MoneySum } from './money.type.ts';

@ObjectType({ description: 'The changed sum with its finding, or why it was refused.' })
export class MoneyPayload {
  @Field(() => MoneySum, { nullable: true, description: 'The sum after the change; null when refused.' })
  sum?: MoneySum | null;

  @Field(() => Finding, { nullable: true, description: 'Its finding after the change; null when refused.' })
  finding?: Finding | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'Establishes a sum and its disposition (认定). Absent fields stay; null clears.' })
export class EstablishSumInput {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the sum; absent for a new one.' })
  sumId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the sum that was seen, of the finding for a new sum; a stale one is refused.',
  })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'What the sum is for; required for a new one.' })
  label?: string | null;

  @Field(() => ID, { nullable: true, description: 'The point it belongs to.' })
  pointId?: string | null;

  @Field(() => Fen, { nullable: true, description: '原文金额; null: the text states none, which is not zero.' })
  statedFen?: bigint | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words of the text, e.g. 1.5万元; their rounding is read from them.',
  })
  statedText?: string | null;

  @Field(() => Fen, { nullable: true, description: '认定金额; never below what is booked.' })
  establishedFen?: bigint | null;

  @Field(() => String, { nullable: true, description: 'Basis of the established sum; required with it.' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy?: string | null;

  @Field(() => DispositionEnum, { nullable: true, description: '处置结论; stays 应清退 while money is booked.' })
  disposition?: keyof typeof DispositionEnum | null;

  @Field(() => String, {
    nullable: true,
    description: 'Basis of the disposition; required where the money does not come back.',
  })
  dispositionBasis?: string | null;
}

@InputType({ description: 'A payment received.' })
export class PaymentInput {
  @Field(() => Fen, { description: 'Amount; at most what is open on the sum.' })
  fen: bigint;

  @Field(() => RecoveryKindEnum, { nullable: true, description: 'Measure; REFUND (清退) when absent.' })
  kind?: keyof typeof RecoveryKindEnum | null;

  @Field(() => Day, { nullable: true, description: 'Paid on, not in the future.' })
  paidOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Payer.' })
  payer?: string | null;

  @Field(() => ReceiverEnum, { nullable: true, description: 'Where it went.' })
  receiver?: keyof typeof ReceiverEnum | null;

  @Field(() => String, { nullable: true, description: 'Components, e.g. 工资/绩效/车补.' })
  components?: string | null;

  @Field(() => String, { nullable: true, description: '凭证号' })
  voucherNumber?: string | null;

  @Field(() => Fen, {
    nullable: true,
    description: 'What the voucher says, all its payments together; another sum than is booked on it is hinted at.',
  })
  voucherFen?: bigint | null;
}

@InputType({ description: 'A payment towards an established sum.' })
export class AddRecoveryInput extends PaymentInput {
  @Field(() => ID, { description: 'Global id of the sum.' })
  sumId: string;
}

@InputType({ description: 'A sum established with its first payment: 应清退.' })
export class NewSumInput {
  @Field(() => String, { description: 'What the sum is for.' })
  label: string;

  @Field(() => Fen, { description: '认定金额' })
  establishedFen: bigint;

  @Field(() => String, { description: 'Basis of the established sum.' })
  basis: string;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The point it belongs to.' })
  pointId?: string | null;
}

@InputType({ description: 'A payment of a refund: towards a sum, or a new one of the finding of the first action.' })
export class RefundPaymentInput extends PaymentInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the sum; else `newSum`.' })
  sumId?: string | null;

  @Field(() => NewSumInput, {
    nullable: true,
    description: 'A sum not established yet; needs the right to establish it.',
  })
  newSum?: NewSumInput | null;
}

@InputType({ description: 'A refund: its payments; the vouchers follow by upload.' })
export class AddRefundInput extends AddEvidenceInput {
  @Field(() => [RefundPaymentInput], { description: 'The payments, at least one.' })
  recoveries: RefundPaymentInput[];

  @Field(() => String, { nullable: true, description: 'Title; measure and total when absent.' })
  title?: string | null;
}

@InputType({ description: 'Takes a payment back, before submission.' })
export class RemoveRecoveryInput {
  @Field(() => ID, { description: 'Global id of the payment.' })
  recoveryId: string;
}

@InputType({ description: 'One consent to a waiver.' })
export class ConsentInput {
  @Field(() => String, { description: 'Who consented.' })
  who: string;

  @Field(() => String, { description: 'Of which body.' })
  bodyName: string;

  @Field(() => ConsentFormEnum, { description: 'Written or oral; an oral one is warned about.' })
  form: keyof typeof ConsentFormEnum;

  @Field(() => Day, { nullable: true, description: 'When; not in the future.' })
  consentedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it; required for an oral one.' })
  recorder?: string | null;
}

@InputType({ description: '不予清退: part of a sum, or all of it, is not recovered, with consents.' })
export class WaiveSumInput {
  @Field(() => ID, { description: 'Global id of the sum.' })
  sumId: string;

  @Field(() => Fen, { description: 'Amount; at most what is open on the sum.' })
  fen: bigint;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => [ConsentInput], { description: 'Who consented, at least one.' })
  consents: ConsentInput[];
}

@InputType({ description: 'Takes a waiver back, before submission.' })
export class RemoveWaiverInput {
  @Field(() => ID, { description: 'Global id of the waiver.' })
  waiverId: string;
}
