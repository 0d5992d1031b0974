import type { Prisma, PrismaClient } from '../generated/client/client.ts';

/** Every row of the demo, by table, before any of it is written. */
export interface Rows {
  bodies: Prisma.BodyCreateManyInput[];
  supervisions: Prisma.SupervisionCreateManyInput[];
  departments: Prisma.DepartmentCreateManyInput[];
  persons: Prisma.PersonCreateManyInput[];
  posts: Prisma.PostCreateManyInput[];
  holdings: Prisma.PostHoldingCreateManyInput[];
  inCharge: Prisma.PostDepartmentCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  grants: Prisma.RoleGrantCreateManyInput[];
  deputations: Prisma.DeputationCreateManyInput[];
  handovers: Prisma.HandoverCreateManyInput[];
  rounds: Prisma.RoundCreateManyInput[];
  inspections: Prisma.InspectionCreateManyInput[];
  imports: Prisma.ImportCreateManyInput[];
  aspects: Prisma.AspectCreateManyInput[];
  findings: Prisma.FindingCreateManyInput[];
  supporting: Prisma.FindingDepartmentCreateManyInput[];
  subjects: Prisma.FindingSubjectCreateManyInput[];
  points: Prisma.FindingPointCreateManyInput[];
  actions: Prisma.ActionCreateManyInput[];
  updates: Prisma.ProgressUpdateCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  evidenceActions: Prisma.EvidenceActionCreateManyInput[];
  meetings: Prisma.MeetingCreateManyInput[];
  documents: Prisma.PolicyDocumentCreateManyInput[];
  talks: Prisma.TalkCreateManyInput[];
  sums: Prisma.MoneySumCreateManyInput[];
  recoveries: Prisma.RecoveryCreateManyInput[];
  waivers: Prisma.WaiverCreateManyInput[];
  consents: Prisma.WaiverConsentCreateManyInput[];
  notices: Prisma.NoticeCreateManyInput[];
  noticeRecipients: Prisma.NoticeRecipientCreateManyInput[];
  noticeFindings: Prisma.NoticeFindingCreateManyInput[];
  noticeReplies: Prisma.NoticeReplyCreateManyInput[];
  papers: Prisma.RecordedPaperCreateManyInput[];
  attachments: Prisma.AttachmentCreateManyInput[];
  submissions: Prisma.SubmissionCreateManyInput[];
  resolutions: Prisma.ResolutionCreateManyInput[];
  steps: Prisma.SignoffStepCreateManyInput[];
  openings: Prisma.SubmissionOpeningCreateManyInput[];
  instructions: Prisma.InstructionCreateManyInput[];
  extensions: Prisma.ExtensionCreateManyInput[];
  opinions: Prisma.SupervisoryOpinionCreateManyInput[];
  repeats: Prisma.FindingRepeatCreateManyInput[];
  indicators: Prisma.IndicatorCreateManyInput[];
  readings: Prisma.IndicatorReadingCreateManyInput[];
  parties: Prisma.ExternalPartyCreateManyInput[];
  effects: Prisma.EffectVersionCreateManyInput[];
  prescribed: Prisma.PrescribedStepCreateManyInput[];
  recommendations: Prisma.RecommendationCreateManyInput[];
  referrals: Prisma.ReferralCountCreateManyInput[];
  assessments: Prisma.EffectAssessmentCreateManyInput[];
  assessmentItems: Prisma.AssessmentItemCreateManyInput[];
  draws: Prisma.RecheckDrawCreateManyInput[];
  rechecks: Prisma.RecheckCreateManyInput[];
  filings: Prisma.FilingCreateManyInput[];
  filingVersions: Prisma.FilingVersionCreateManyInput[];
  publications: Prisma.PublicationCreateManyInput[];
  publicationPassages: Prisma.PublicationPassageCreateManyInput[];
  publicationVersions: Prisma.PublicationVersionCreateManyInput[];
  publicationSignatures: Prisma.PublicationSignatureCreateManyInput[];
  /** What stands in the public schema. */
  published: { slug: string; content: string; sha256: string; publishedAt: Date }[];
  audit: Prisma.AuditEventCreateManyInput[];
}

/** Table by table, a referenced table before those that refer to it. */
const ORDER: { [Name in keyof Rows]: (db: Prisma.TransactionClient, data: Rows[Name]) => Promise<unknown> } = {
  bodies: (db, data) => db.body.createMany({ data }),
  supervisions: (db, data) => db.supervision.createMany({ data }),
  departments: (db, data) => db.department.createMany({ data }),
  persons: (db, data) => db.person.createMany({ data }),
  posts: (db, data) => db.post.createMany({ data }),
  holdings: (db, data) => db.postHolding.createMany({ data }),
  inCharge: (db, data) => db.postDepartment.createMany({ data }),
  accounts: (db, data) => db.account.createMany({ data }),
  grants: (db, data) => db.roleGrant.createMany({ data }),
  deputations: (db, data) => db.deputation.createMany({ data }),
  handovers: (db, data) => db.handover.createMany({ data }),
  rounds: (db, data) => db.round.createMany({ data }),
  inspections: (db, data) => db.inspection.createMany({ data }),
  imports: (db, data) => db.import.createMany({ data }),
  aspects: (db, data) => db.aspect.createMany({ data }),
  findings: (db, data) => db.finding.createMany({ data }),
  supporting: (db, data) => db.findingDepartment.createMany({ data }),
  subjects: (db, data) => db.findingSubject.createMany({ data }),
  points: (db, data) => db.findingPoint.createMany({ data }),
  actions: (db, data) => db.action.createMany({ data }),
  updates: (db, data) => db.progressUpdate.createMany({ data }),
  evidence: (db, data) => db.evidence.createMany({ data }),
  evidenceActions: (db, data) => db.evidenceAction.createMany({ data }),
  meetings: (db, data) => db.meeting.createMany({ data }),
  documents: (db, data) => db.policyDocument.createMany({ data }),
  talks: (db, data) => db.talk.createMany({ data }),
  sums: (db, data) => db.moneySum.createMany({ data }),
  recoveries: (db, data) => db.recovery.createMany({ data }),
  waivers: (db, data) => db.waiver.createMany({ data }),
  consents: (db, data) => db.waiverConsent.createMany({ data }),
  notices: (db, data) => db.notice.createMany({ data }),
  noticeRecipients: (db, data) => db.noticeRecipient.createMany({ data }),
  noticeFindings: (db, data) => db.noticeFinding.createMany({ data }),
  noticeReplies: (db, data) => db.noticeReply.createMany({ data }),
  papers: (db, data) => db.recordedPaper.createMany({ data }),
  attachments: (db, data) => db.attachment.createMany({ data }),
  submissions: (db, data) => db.submission.createMany({ data }),
  resolutions: (db, data) => db.resolution.createMany({ data }),
  steps: (db, data) => db.signoffStep.createMany({ data }),
  openings: (db, data) => db.submissionOpening.createMany({ data }),
  instructions: (db, data) => db.instruction.createMany({ data }),
  extensions: (db, data) => db.extension.createMany({ data }),
  opinions: (db, data) => db.supervisoryOpinion.createMany({ data }),
  repeats: (db, data) => db.findingRepeat.createMany({ data }),
  indicators: (db, data) => db.indicator.createMany({ data }),
  readings: (db, data) => db.indicatorReading.createMany({ data }),
  parties: (db, data) => db.externalParty.createMany({ data }),
  prescribed: (db, data) => db.prescribedStep.createMany({ data }),
  effects: (db, data) => db.effectVersion.createMany({ data }),
  recommendations: (db, data) => db.recommendation.createMany({ data }),
  referrals: (db, data) => db.referralCount.createMany({ data }),
  assessments: (db, data) => db.effectAssessment.createMany({ data }),
  assessmentItems: (db, data) => db.assessmentItem.createMany({ data }),
  draws: (db, data) => db.recheckDraw.createMany({ data }),
  rechecks: (db, data) => db.recheck.createMany({ data }),
  filings: (db, data) => db.filing.createMany({ data }),
  filingVersions: (db, data) => db.filingVersion.createMany({ data }),
  publications: (db, data) => db.publication.createMany({ data }),
  publicationPassages: (db, data) => db.publicationPassage.createMany({ data }),
  publicationVersions: (db, data) => db.publicationVersion.createMany({ data }),
  publicationSignatures: (db, data) => db.publicationSignature.createMany({ data }),
  published: async (db, data) => {
    for (const { slug, content, sha256, publishedAt } of data)
      await db.$executeRaw`INSERT INTO published.publication (slug, body_name, title, content, sha256, page_on, published_at)
        VALUES (${slug}, ${content}::jsonb->>'body', ${content}::jsonb->>'title', ${content}, ${sha256}, true, ${publishedAt})`;
  },
  audit: (db, data) => db.auditEvent.createMany({ data }),
};

const names = Object.keys(ORDER) as (keyof Rows)[];

export function emptyRows(): Rows {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Rows;
}

function writeTable<Name extends keyof Rows>(db: Prisma.TransactionClient, rows: Rows, name: Name): Promise<unknown> {
  return ORDER[name](db, rows[name]);
}

/** Writes all rows in one transaction: a seeding that is killed leaves the database as empty as it was. */
export async function writeRows(client: PrismaClient, rows: Rows): Promise<void> {
  rows.audit.sort((one, other) => (one.at as Date).getTime() - (other.at as Date).getTime());
  await client.$transaction(
    async (db) => {
      for (const name of names) if (rows[name].length > 0) await writeTable(db, rows, name);
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}
