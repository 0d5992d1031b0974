import { createHash } from 'node:crypto';
import {
  addDays,
  freezePublication,
  publicSnapshotOf,
  REPORTING_HOTLINE,
  VERSION_SCHEMA,
  type FiledFinding,
  type PublicFigure,
  type ScanSettings,
  type SignatureRole,
  type StyledPassage,
} from '@closeout/domain';
import { bodies, days, round } from './content/bodies.ts';
import { people, type DemoPerson } from './content/people.ts';
import { at, dateOf } from './days.ts';
import { filedLedger } from './filed-ledger.ts';
import { audit, clerkOf, leaderOf, secretaryOf, type Stage } from './stage.ts';

const BODY = 'yuanlin';
const SLUG = `${round.year}-${round.number}-demo`;
const CONTACT = { phone: '0999-5550134', address: '澜川市园林路8号', hotline: REPORTING_HOTLINE };

const passage = (key: string, internal: string, more: Partial<StyledPassage> = {}): StyledPassage => ({
  key,
  role: 'TEXT',
  number: null,
  style: 'body',
  internal,
  decision: 'KEEP',
  ground: null,
  replacement: null,
  ...more,
});

function ofFinding({ seq, description, title, actions, resultText }: FiledFinding): StyledPassage[] {
  const number = seq;
  const said = actions.map((one) => (one.progress ?? one.text).replace(/[。；]$/, ''));
  return [
    passage(`finding/${seq}/fact`, `${seq}.${description ?? title}`, { role: 'FACT', number }),
    passage(`finding/${seq}/actions`, `整改情况：${said.join('；')}。`, { role: 'ACTIONS', number }),
    passage(`finding/${seq}/result`, `整改结果：${resultText ?? '正在整改'}。`, { role: 'RESULT', number }),
  ];
}

/** The last passage of facts is withheld, as one would be whose case is still looked into. */
const decided = (passages: readonly StyledPassage[], last: number): StyledPassage[] =>
  passages.map((one) =>
    one.number === last && one.role === 'ACTIONS'
      ? { ...one, decision: 'WITHHOLD', ground: 'CASE_UNDER_INQUIRY' }
      : one,
  );

const figuresOf = ({ findings, completed, basisPoints, actions }: ReturnType<typeof filedLedger>['figures']): PublicFigure[] => [
  { code: 'FINDINGS', value: findings, name: '反馈问题', definition: '台账中的问题数。' },
  { code: 'COMPLETED', value: completed, name: '已整改到位', definition: '整改结果为“已整改到位”的问题数。' },
  { code: 'RATE', value: basisPoints, name: '整改完成率', definition: '计入完成的问题数÷反馈问题数，保留两位小数。' },
  { code: 'ACTIONS', value: actions, name: '整改措施', definition: '台账中未取消的措施数。' },
]; // prettier-ignore

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What one body has published: proposed by its clerk, reviewed by a leader, approved by its secretary, on the built-in page. */
export function seedPublication(stage: Stage): void {
  const { name } = bodies.find((one) => one.key === BODY)!;
  const day = addDays(stage.today, -2);
  const { findings, figures } = filedLedger(BODY, { kind: 'FINAL', number: 1 }, day, stage.today);
  const title = `${name}关于巡察整改进展情况的通报`;
  const passages = decided(
    [
      passage('title', title, { role: 'TITLE', style: 'title' }),
      passage('opening/text', '按照巡察工作有关要求，现将巡察整改进展情况予以公布。'),
      ...findings.flatMap(ofFinding),
    ],
    findings.at(-1)!.seq,
  );
  const settings: ScanSettings = {
    directory: people.map((one) => ({ name: one.name, post: one.post })),
    contact: CONTACT,
  };
  const frozen = freezePublication(passages, [], settings, {
    body: name,
    kind: '巡察',
    round: round.name,
    feedbackOn: days.feedback,
    asOf: day,
    takenAt: at(day, '09:30').toISOString(),
    figures: figuresOf(figures),
    results: findings.map(({ seq, resultText }) => ({ number: seq, word: resultText })),
    contact: CONTACT,
  });
  write(stage, day, passages, JSON.stringify(frozen), JSON.stringify(publicSnapshotOf(frozen)));
}

function write(stage: Stage, day: string, passages: readonly StyledPassage[], content: string, open: string): void {
  const { rows, id } = stage;
  const [publicationId, versionId, bodyId] = [id('publication'), id('publication-version'), id(`body:${BODY}`)];
  const [clerk, leader, secretary] = [clerkOf(BODY), leaderOf(BODY, 'deputy1'), secretaryOf(BODY)];
  const person = (one: DemoPerson): string => id(`person:${one.key}`);
  rows.publications.push({
    id: publicationId, inspectionId: id(`inspection:${BODY}`), bodyId, state: 'PUBLISHED', slug: SLUG, drawnAt: at(day, '09:00'),
    proposedById: person(clerk), proposedByName: clerk.name, proposedAt: at(day, '09:30'),
    reviewedById: person(leader), reviewedByName: leader.name, reviewedAt: at(day, '14:10'),
    approvedById: person(secretary), approvedByName: secretary.name, approvedAt: at(day, '16:40'),
    publishedAt: at(addDays(day, 1), '09:00'), pageOn: true, contactPhone: CONTACT.phone, contactAddress: CONTACT.address, version: 5,
  }); // prettier-ignore
  passages.forEach(({ internal, ...one }, index) =>
    rows.publicationPassages.push({
      id: id(`passage:${one.key}`), publicationId, ...one, ordinal: index + 1, source: internal,
      ...(one.decision !== 'KEEP' && { decidedByName: clerk.name, decidedAt: at(day, '09:20') }),
    }),
  ); // prettier-ignore
  rows.publicationVersions.push({
    id: versionId, publicationId, bodyId, number: 1, asOf: dateOf(day), frozenAt: at(day, '09:30'), frozenByName: clerk.name,
    schema: VERSION_SCHEMA, content, sha256: sha256(content), publicContent: open, publicSha256: sha256(open),
  }); // prettier-ignore
  const signed: [SignatureRole, DemoPerson, string][] = [
    ['PROPOSER', clerk, '09:30'],
    ['REVIEWER', leader, '14:10'],
    ['APPROVER', secretary, '16:40'],
  ];
  for (const [role, who, time] of signed)
    rows.publicationSignatures.push({
      id: id(`publication-signature:${role}`), versionId, bodyId, role, method: 'DIGITAL', personName: who.name, personPost: who.post,
      signedOn: dateOf(day), recordedByName: who.name, recordedAt: at(day, time),
    }); // prettier-ignore
  rows.published.push({ slug: SLUG, content: open, sha256: sha256(open), publishedAt: at(addDays(day, 1), '09:00') });
  const verbs = ['proposePublication', 'reviewPublication', 'approvePublication'] as const;
  signed.forEach(([, by, time], index) =>
    audit(stage, { at: at(day, time), body: BODY, by, verb: verbs[index]!, type: 'Publication', id: publicationId }),
  );
  audit(stage, { at: at(addDays(day, 1), '09:00'), body: BODY, by: clerk, verb: 'publish', type: 'Publication', id: publicationId, after: { slug: SLUG } }); // prettier-ignore
}
