import type { BodyKey } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { attach } from './evidence.ts';
import { clerkOf, secretaryOf } from './stage.ts';
import type { Stage } from './stage.ts';

/** The Party group's resolution of one day: made with its meeting and minutes when the first finding names it. */
export function resolutionOf(stage: Stage, body: BodyKey, day: string): string {
  const { id, rows } = stage;
  const resolutionId = id(`resolution:${body}:${day}`);
  if (rows.resolutions.some((row) => row.id === resolutionId)) return resolutionId;
  const clerk = clerkOf(body);
  const meetingId = id(`evidence:resolution:${body}:${day}`);
  const title = '党组会：集体审议整改销号事项';
  const recorded = at(day, '17:30');
  const common = { bodyId: id(`body:${body}`), createdAt: recorded };
  rows.evidence.push({
    ...common,
    id: meetingId,
    inspectionId: id(`inspection:${body}`),
    kind: 'MEETING',
    pieceNumber: `0-0-${day}`,
    title,
    occurredOn: dateOf(day),
    yearSource: 'STATED',
    place: '机关三楼会议室',
    acceptance: 'ACCEPTED',
    acceptedByName: clerk.name,
    acceptedAt: recorded,
    createdById: id(`account:${clerk.key}`),
    createdByName: clerk.name,
    updatedAt: recorded,
  });
  const text = '会议逐项听取整改情况，审阅佐证材料，一致同意所列问题予以销号。';
  const chair = secretaryOf(body).name;
  rows.meetings.push({
    evidenceId: meetingId,
    type: 'PARTY_GROUP',
    chair,
    recorder: clerk.name,
    resolution: text,
    minutesNumber: '〔2026〕18号',
  });
  const scan = stage.scans.pdf(title, [`日期：${day}`, text, '演示样张，内容均为虚构。']);
  const file = { fileName: '党组会议纪要〔2026〕18号.pdf', purpose: 'SCAN' as const, ...scan };
  const attachment = attach(stage, body, clerk, resolutionId, file);
  rows.attachments.push({ ...attachment, evidenceId: meetingId, uploadedAt: recorded });
  const decided = { text, decidedOn: dateOf(day), recordedByName: clerk.name };
  rows.resolutions.push({ ...common, ...decided, id: resolutionId, meetingId, scanId: attachment.id });
  return resolutionId;
}
