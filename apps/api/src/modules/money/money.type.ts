import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Day, Fen, Instant } from '../../graphql/scalars.ts';
import { StatedComparisonEnum } from '../../graphql/vocabulary.ts';
import { ConsentFormEnum, DispositionEnum, ReceiverEnum, RecoveryKindEnum } from '../../graphql/vocabulary-evidence.ts';
import { Attachment } from '../evidence/evidence.type.ts';
import { Finding, FindingPoint } from '../findings/finding.type.ts';

@ObjectType({ description: 'due = recovered + waived + outstanding, on established sums only, Party dues apart; fen.' })
export class Balance {
  @Field(() => Fen, { description: '应清退' })
  dueFen: string;

  @Field(() => Fen, { description: '已收' })
  recoveredFen: string;

  @Field(() => Fen, { description: '不予清退' })
  waivedFen: string;

  @Field(() => Fen, { description: '未收' })
  outstandingFen: string;
}

@ObjectType({ implements: Node, description: 'A payment received towards an established sum.' })
export class Recovery extends Node {
  @Field(() => RecoveryKindEnum, { description: 'Measure; kinds are never added up.' })
  kind: string;

  @Field(() => Fen, { description: 'Amount.' })
  fen: string;

  @Field(() => String, { description: '大写金额' })
  words: string;

  @Field(() => Day, { nullable: true, description: 'Paid on.' })
  paidOn: string | null;

  @Field(() => String, { nullable: true, description: 'Payer.' })
  payer: string | null;

  @Field(() => String, { nullable: true, description: 'Components, e.g. 工资/绩效/车补.' })
  components: string | null;

  @Field(() => ReceiverEnum, { nullable: true, description: 'Where it went.' })
  receiver: string | null;

  @Field(() => String, { nullable: true, description: '凭证号' })
  voucherNumber: string | null;

  @Field(() => Fen, { nullable: true, description: 'What the voucher says, all its payments together.' })
  voucherFen: string | null;

  @Field(() => [Attachment], { description: 'Scans of vouchers.' })
  vouchers: Attachment[];

  @Field(() => MoneySum, { description: 'The sum it pays.' })
  sum: MoneySum;

  @Field(() => Instant, { description: 'When it was entered.' })
  createdAt: string;

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  createdByName: string | null;
}

@ObjectType({ implements: Node, description: 'One consent to a waiver.' })
export class WaiverConsent extends Node {
  @Field(() => String, { description: 'Who consented.' })
  who: string;

  @Field(() => String, { description: 'Of which body.' })
  bodyName: string;

  @Field(() => ConsentFormEnum, { description: 'Written or oral.' })
  form: string;

  @Field(() => Day, { nullable: true, description: 'When.' })
  consentedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded an oral consent.' })
  recorder: string | null;

  @Field(() => [Attachment], { description: 'Scans.' })
  scans: Attachment[];
}

@ObjectType({ implements: Node, description: '不予清退: a waiver of (part of) a sum, with its consents.' })
export class Waiver extends Node {
  @Field(() => Fen, { description: 'Amount waived.' })
  fen: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => [WaiverConsent], { description: 'Consents.' })
  consents: WaiverConsent[];

  @Field(() => Instant, { description: 'When it was entered.' })
  createdAt: string;

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  createdByName: string | null;
}

@ObjectType({ implements: Node, description: 'A sum of a finding: stated by a text, established by the body.' })
export class MoneySum extends Node {
  @Field(() => Int, { description: 'Number within the finding.' })
  ordinal: number;

  @Field(() => String, { description: 'What the sum is for.' })
  label: string;

  @Field(() => Fen, { nullable: true, description: '原文金额; null: the text states none, which is not zero.' })
  statedFen: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the text, e.g. 1.5万元.' })
  statedText: string | null;

  @Field(() => Boolean, { description: 'A per-head amount (人均), no total.' })
  perHead: boolean;

  @Field(() => Fen, { nullable: true, description: '认定金额' })
  establishedFen: string | null;

  @Field(() => String, { nullable: true, description: 'Basis of the established sum.' })
  establishedBasis: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy: string | null;

  @Field(() => DispositionEnum, { nullable: true, description: '处置结论' })
  disposition: string | null;

  @Field(() => String, { nullable: true, description: 'Basis of the disposition.' })
  dispositionBasis: string | null;

  @Field(() => StatedComparisonEnum, { description: 'Stated against established.' })
  comparison: string;

  @Field(() => Balance, { description: 'Its own balance.' })
  balance: Balance;

  @Field(() => [Recovery], { description: 'Payments received.' })
  recoveries: Recovery[];

  @Field(() => [Waiver], { description: 'Waivers.' })
  waivers: Waiver[];

  @Field(() => FindingPoint, { nullable: true, description: 'The point it belongs to.' })
  point: FindingPoint | null;

  @Field(() => Finding, { description: 'Its finding.' })
  finding: Finding;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const MoneySumConnection = connectionOf(MoneySum, 'MoneySum', 'sums');
