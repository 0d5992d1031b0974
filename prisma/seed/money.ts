import type { BodyKey, DemoFinding, DemoMoney, DemoRecovery } from './content/types.ts';
import { LEDGER_OPENED, at, dateOf } from './days.ts';
import { attach } from './evidence.ts';
import { audit, clerkOf } from './stage.ts';
import type { Stage } from './stage.ts';

const KIND_WORDS = { REFUND: '清退', RECOVERED: '追缴', DUES_BACK_PAYMENT: '补缴党费' } as const;

/** 8294.00 from 829400 fen. */
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** The sums of one finding: stated beside established, what came back, what was waived. Kept by the clerk. */
export function seedMoney(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  (finding.money ?? []).forEach((sum, index) => seedSum(stage, body, finding, sum, index + 1));
}

function seedSum(stage: Stage, body: BodyKey, finding: DemoFinding, sum: DemoMoney, ordinal: number): void {
  const { rows, id } = stage;
  const sumId = id(`sum:${body}:${finding.no}:${ordinal}`);
  const { stated, established } = sum;
  const perHead = stated?.perHead ? `（人均${yuan(stated.perHead)}元）` : '';
  const clerk = clerkOf(body);
  rows.sums.push({
    id: sumId,
    findingId: id(`finding:${body}:${finding.no}`),
    pointId: id(`point:${body}:${finding.no}:${sum.point}`),
    ordinal,
    label: finding.points[sum.point - 1]!.text,
    statedFen: stated?.fen ?? null,
    statedText: stated?.words ?? null,
    statedRoundingFen: stated?.roundingFen ?? null,
    establishedFen: established?.fen ?? null,
    establishedBasis: established ? `${established.basis}${perHead}` : null,
    decidedBy: established ? `${established.by} ${established.date}` : null,
    disposition: sum.disposition ?? null,
    dispositionBasis: sum.dispositionBasis ?? null,
    updatedByName: clerk.name,
  });
  (sum.recoveries ?? []).forEach((recovery, index) => seedRecovery(stage, body, finding, sumId, recovery, index + 1));
  if (sum.waiver) seedWaiver(stage, body, sumId, sum.waiver);
}

/** A payment is evidence of the action that brought it in, with its voucher. */
function seedRecovery(
  stage: Stage,
  body: BodyKey,
  finding: DemoFinding,
  sumId: string,
  paid: DemoRecovery,
  ordinal: number,
): void {
  const { rows, id, scans } = stage;
  const clerk = clerkOf(body);
  const recoveryId = id(`recovery:${sumId}:${ordinal}`);
  const { evidenceId, pieceNumber, entered } = seedRefundPiece(stage, body, finding, recoveryId, paid);
  const parts = (paid.components ?? []).map((part) => `${part.name} ${yuan(part.fen)} 元`).join('、');
  const { kind, fen, payer, receiver } = paid;
  const columns = { kind, fen, payer, receiver, paidOn: dateOf(paid.date), voucherNumber: paid.voucher };
  const by = { createdByName: clerk.name, createdAt: entered };
  rows.recoveries.push({ id: recoveryId, sumId, evidenceId, ...columns, components: parts || null, ...by });
  const lines = [`金额：${yuan(fen)} 元`, `缴款人：${payer}`, `日期：${paid.date}`, '演示样张，内容均为虚构。'];
  const scan = scans.pdf(paid.voucher, lines);
  const file = { fileName: `${pieceNumber} ${paid.voucher}.pdf`, purpose: 'VOUCHER' as const, ...scan };
  rows.attachments.push({
    ...attach(stage, body, clerk, recoveryId, file),
    recoveryId,
    evidenceId,
    uploadedAt: entered,
  });
  const after = { fen: String(fen) };
  audit(stage, { at: entered, body, by: clerk, verb: 'addRecovery', type: 'Recovery', id: recoveryId, after });
}

function seedRefundPiece(stage: Stage, body: BodyKey, finding: DemoFinding, recoveryId: string, paid: DemoRecovery) {
  const { rows, id } = stage;
  const clerk = clerkOf(body);
  const evidenceId = id(`evidence:${recoveryId}`);
  const actionId = id(`action:${body}:${finding.no}:${paid.action}`);
  const siblings = rows.evidenceActions.filter((link) => link.actionId === actionId).length;
  const pieceNumber = `${finding.no}-${paid.action}-${String(siblings + 1).padStart(2, '0')}`;
  const entered = at(paid.date > LEDGER_OPENED ? paid.date : LEDGER_OPENED, '16:30');
  const reviewed = finding.signedOn?.[1];
  const accepted = { acceptance: 'ACCEPTED' as const, acceptedByName: clerk.name };
  rows.evidence.push({
    id: evidenceId,
    bodyId: id(`body:${body}`),
    inspectionId: id(`inspection:${body}`),
    kind: 'REFUND',
    pieceNumber,
    title: `${KIND_WORDS[paid.kind]} ${yuan(paid.fen)} 元（${paid.payer}）`,
    occurredOn: dateOf(paid.date),
    yearSource: 'STATED',
    headcount: paid.payers,
    ...(reviewed ? { ...accepted, acceptedAt: at(reviewed, '10:00') } : {}),
    createdById: id(`account:${clerk.key}`),
    createdByName: clerk.name,
    createdAt: entered,
    updatedAt: entered,
  });
  rows.evidenceActions.push({ evidenceId, actionId, bodyId: id(`body:${body}`) });
  return { evidenceId, pieceNumber, entered };
}

function seedWaiver(stage: Stage, body: BodyKey, sumId: string, waiver: NonNullable<DemoMoney['waiver']>): void {
  const { rows, id, scans } = stage;
  const clerk = clerkOf(body);
  const waiverId = id(`waiver:${sumId}`);
  const decided = at(
    waiver.consents
      .map((consent) => consent.date)
      .sort()
      .at(-1)!,
    '16:40',
  );
  rows.waivers.push({
    id: waiverId,
    sumId,
    fen: waiver.fen,
    reason: waiver.reason,
    createdAt: decided,
    createdByName: clerk.name,
  });
  waiver.consents.forEach((consent, index) => {
    const consentId = id(`consent:${waiverId}:${index + 1}`);
    const { form, by, body: bodyName, date } = consent;
    rows.consents.push({ id: consentId, waiverId, who: by, bodyName, form, consentedOn: dateOf(date), recorder: null });
    if (form !== 'WRITTEN') return;
    const scan = scans.pdf(`${bodyName}复函`, [
      `同意不予清退 ${yuan(waiver.fen)} 元`,
      `日期：${date}`,
      '演示样张，内容均为虚构。',
    ]);
    const file = { fileName: `${bodyName}复函.pdf`, purpose: 'CONSENT' as const, ...scan };
    rows.attachments.push({ ...attach(stage, body, clerk, consentId, file), consentId, uploadedAt: decided });
  });
  audit(stage, {
    at: decided,
    body,
    by: clerk,
    verb: 'waiveSum',
    type: 'Waiver',
    id: waiverId,
    after: { fen: String(waiver.fen) },
  });
}
