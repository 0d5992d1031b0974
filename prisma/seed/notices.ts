import {
  addDays,
  addWorkingDays,
  DEFAULT_SETTINGS,
  noticeNumber,
  PUBLISHED_CALENDAR,
  type Day,
} from '@closeout/domain';
import { notices, paper, type DemoNotice } from './content/notices.ts';
import { people, type DemoPerson } from './content/people.ts';
import { at, dateOf } from './days.ts';
import { attach } from './evidence.ts';
import { audit, clerkOf, secretaryOf, type Stage } from './stage.ts';

const WORKING_DAYS = DEFAULT_SETTINGS.noticeReply.amount;
const officer = (): DemoPerson => people.find((one) => one.role === 'INSPECTION_OFFICE')!;

/** The office's notices in their states, what the bodies replied, and a paper of another authority. */
export function seedNotices(stage: Stage): void {
  const last = new Map<number, number>();
  for (const notice of notices) {
    const day = addDays(stage.today, notice.sent);
    const year = Number(day.slice(0, 4));
    const seq = (last.get(year) ?? 0) + 1;
    last.set(year, seq);
    seedNotice(stage, notice, day, { year, seq });
  }
  seedPaper(stage);
}

/** What a person did with a notice, as the operation itself would have recorded it. */
function done(stage: Stage, notice: DemoNotice, by: DemoPerson, verb: string, when: Date, more: object = {}): void {
  const { reason, ...after } = more as { reason?: string };
  const on = { body: notice.body, type: 'Notice', id: stage.id(`notice:${notice.key}`) };
  audit(stage, { ...on, at: when, by, verb, after, reason });
}

function seedNotice(stage: Stage, notice: DemoNotice, day: Day, numbered: { year: number; seq: number }): void {
  const { rows, id } = stage;
  const { key, body, kind, state, title, text, follows, withdrawReason } = notice;
  const [noticeId, bodyId] = [id(`notice:${key}`), id(`body:${body}`)];
  const [from, clerk] = [officer(), clerkOf(body)];
  const number = noticeNumber('XUNCHA', kind, numbered);
  const sentAt = at(day, '09:20');
  const replyDueOn = addWorkingDays(day, WORKING_DAYS, PUBLISHED_CALENDAR).day;
  const signedForAt = at(addDays(day, 1), '10:15');
  const signed = state === 'SENT' || state === 'WITHDRAWN' ? {} : { signedForAt, signedForByName: clerk.name };
  const withdrawn = { withdrawnAt: at(day, '15:40'), withdrawnByName: from.name, withdrawReason };
  rows.notices.push({
    id: noticeId,
    bodyId,
    kind,
    state,
    title,
    text,
    number,
    sentAt,
    ...numbered,
    officeId: id('body:office-body'),
    inspectionId: id(`inspection:${body}`),
    followsId: follows === undefined ? null : id(`notice:${follows}`),
    sentByName: from.name,
    sentByPost: from.post,
    replyDueOn: dateOf(replyDueOn),
    replyDueRule: 'BY_SETTING',
    replyDueAmount: WORKING_DAYS,
    replyDueUnit: 'WORKING_DAY',
    replyDueFrom: dateOf(day),
    ...signed,
    signedForByPost: 'signedForAt' in signed ? clerk.post : null,
    ...(withdrawReason === undefined ? {} : withdrawn),
  });
  seedConcerned(stage, notice);
  done(stage, notice, from, 'issueNotice', sentAt, { number, kind, title, replyDueOn });
  if ('signedForAt' in signed) done(stage, notice, clerk, 'signForNotice', signedForAt, { state: 'SIGNED_FOR' });
  if (withdrawReason !== undefined)
    done(stage, notice, from, 'withdrawNotice', withdrawn.withdrawnAt, { state, reason: withdrawReason });
  if (notice.reply !== undefined) seedReply(stage, notice, day, replyDueOn);
}

/** To whom it goes and which findings it concerns. */
function seedConcerned({ rows, id }: Stage, { key, body, findings }: DemoNotice): void {
  const [noticeId, bodyId] = [id(`notice:${key}`), id(`body:${body}`)];
  const to = secretaryOf(body);
  rows.noticeRecipients.push({
    id: id(`notice-recipient:${key}`),
    noticeId,
    bodyId,
    ordinal: 0,
    postId: id(`post:${to.key}`),
    postTitle: to.post,
    personName: to.name,
  });
  for (const no of findings) rows.noticeFindings.push({ noticeId, bodyId, findingId: id(`finding:${body}:${no}`) });
}

/** The clerk drafts, the secretary sends, the office accepts. */
function seedReply(stage: Stage, notice: DemoNotice, day: Day, dueOn: Day): void {
  const { rows, id } = stage;
  const { key, body, state } = notice;
  const [clerk, secretary, from] = [clerkOf(body), secretaryOf(body), officer()];
  const [draftedAt, sentAt] = [at(addDays(day, 5), '14:30'), at(addDays(day, 6), '09:05')];
  const verdictAt = at(addDays(day, 8), '16:10');
  const accepted = state === 'ACCEPTED';
  rows.noticeReplies.push({
    id: id(`notice-reply:${key}`),
    noticeId: id(`notice:${key}`),
    bodyId: id(`body:${body}`),
    ordinal: 1,
    text: notice.reply as string,
    draftedByName: clerk.name,
    draftedAt,
    sentAt,
    sentByName: secretary.name,
    sentByPost: secretary.post,
    dueOn: dateOf(dueOn),
    ...(accepted ? { verdict: 'ACCEPTED', verdictByName: from.name, verdictAt } : {}),
  });
  done(stage, notice, clerk, 'draftReply', draftedAt, { reply: 1 });
  done(stage, notice, secretary, 'sendReply', sentAt, { state: 'REPLIED', reply: 1 });
  if (accepted) done(stage, notice, from, 'acceptReply', verdictAt, { state, reply: 1 });
}

function seedPaper(stage: Stage): void {
  const { rows, id } = stage;
  const { body, issuer, number, subject } = paper;
  const clerk = clerkOf(body);
  const [paperId, bodyId] = [id('paper'), id(`body:${body}`)];
  const recordedAt = at(addDays(stage.today, paper.recorded), '11:00');
  const issued = addDays(stage.today, paper.issued);
  const words = { kind: 'DISCIPLINE' as const, issuer, number, subject };
  rows.papers.push({
    id: paperId,
    bodyId,
    inspectionId: id(`inspection:${body}`),
    ...words,
    issuedOn: dateOf(issued),
    recordedByName: clerk.name,
    recordedAt,
  });
  const scan = stage.scans.pdf(subject, [number, issuer, issued]);
  const file = { fileName: '纪检监察建议书.pdf', purpose: 'SCAN' as const, ...scan };
  rows.attachments.push({ ...attach(stage, body, clerk, 'paper', file), paperId, uploadedAt: recordedAt });
  const after = { ...words, issuedOn: issued };
  audit(stage, { at: recordedAt, body, by: clerk, verb: 'recordPaper', type: 'RecordedPaper', id: paperId, after });
}
