-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('SUPERVISION', 'GUIDANCE', 'REMINDER', 'ADMONITION', 'HANDOVER');

-- CreateEnum
CREATE TYPE "notice_state" AS ENUM ('SENT', 'SIGNED_FOR', 'REPLIED', 'ACCEPTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "notice_due_rule" AS ENUM ('BY_SETTING', 'BY_WORKING_DAYS', 'BY_DATE');

-- CreateEnum
CREATE TYPE "reply_verdict" AS ENUM ('ACCEPTED', 'ASKED_AGAIN');

-- CreateEnum
CREATE TYPE "paper_kind" AS ENUM ('DISCIPLINE', 'PROCURATORATE', 'COURT', 'AUDIT', 'OTHER');

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "notice_reply_id" UUID,
ADD COLUMN     "paper_id" UUID;

-- AlterTable
ALTER TABLE "upload_ticket" ADD COLUMN     "notice_reply_id" UUID,
ADD COLUMN     "paper_id" UUID;

-- AlterTable
ALTER TABLE "warning" ADD COLUMN     "notice_id" UUID,
ALTER COLUMN "finding_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "handed_to" TEXT,
    "follows_id" UUID,
    "skip_reason" TEXT,
    "state" "notice_state" NOT NULL DEFAULT 'SENT',
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "sent_by_post" TEXT,
    "reply_due_on" DATE,
    "reply_due_rule" "notice_due_rule",
    "reply_due_amount" INTEGER,
    "reply_due_unit" TEXT,
    "reply_due_from" DATE,
    "signed_for_at" TIMESTAMPTZ(3),
    "signed_for_by_name" TEXT,
    "signed_for_by_post" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT,
    "withdraw_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_recipient" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "post_title" TEXT NOT NULL,
    "person_name" TEXT,

    CONSTRAINT "notice_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_finding" (
    "notice_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,

    CONSTRAINT "notice_finding_pkey" PRIMARY KEY ("notice_id","finding_id")
);

-- CreateTable
CREATE TABLE "notice_reply" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "drafted_by_name" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_name" TEXT,
    "sent_by_post" TEXT,
    "due_on" DATE,
    "verdict" "reply_verdict",
    "verdict_words" TEXT,
    "verdict_by_name" TEXT,
    "verdict_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recorded_paper" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "kind" "paper_kind" NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recorded_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_body_id_state_idx" ON "notice"("body_id", "state");

-- CreateIndex
CREATE INDEX "notice_inspection_id_idx" ON "notice"("inspection_id");

-- CreateIndex
CREATE INDEX "notice_follows_id_idx" ON "notice"("follows_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_office_id_year_seq_key" ON "notice"("office_id", "year", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "notice_body_id_id_key" ON "notice"("body_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_recipient_notice_id_post_id_key" ON "notice_recipient"("notice_id", "post_id");

-- CreateIndex
CREATE INDEX "notice_recipient_post_id_idx" ON "notice_recipient"("post_id");

-- CreateIndex
CREATE INDEX "notice_finding_finding_id_idx" ON "notice_finding"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_reply_notice_id_ordinal_key" ON "notice_reply"("notice_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "notice_reply_draft_key" ON "notice_reply"("notice_id") WHERE (sent_at IS NULL);

-- CreateIndex
CREATE INDEX "recorded_paper_inspection_id_idx" ON "recorded_paper"("inspection_id");

-- CreateIndex
CREATE UNIQUE INDEX "recorded_paper_body_id_issuer_number_key" ON "recorded_paper"("body_id", "issuer", "number");

-- CreateIndex
CREATE INDEX "attachment_notice_reply_id_idx" ON "attachment"("notice_reply_id");

-- CreateIndex
CREATE INDEX "attachment_paper_id_idx" ON "attachment"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "warning_notice_id_due_on_level_key" ON "warning"("notice_id", "due_on", "level");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_notice_reply_id_fkey" FOREIGN KEY ("notice_reply_id") REFERENCES "notice_reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "recorded_paper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_body_id_follows_id_fkey" FOREIGN KEY ("body_id", "follows_id") REFERENCES "notice"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice_recipient" ADD CONSTRAINT "notice_recipient_body_id_notice_id_fkey" FOREIGN KEY ("body_id", "notice_id") REFERENCES "notice"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_recipient" ADD CONSTRAINT "notice_recipient_body_id_post_id_fkey" FOREIGN KEY ("body_id", "post_id") REFERENCES "post"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice_finding" ADD CONSTRAINT "notice_finding_body_id_notice_id_fkey" FOREIGN KEY ("body_id", "notice_id") REFERENCES "notice"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_finding" ADD CONSTRAINT "notice_finding_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notice_reply" ADD CONSTRAINT "notice_reply_body_id_notice_id_fkey" FOREIGN KEY ("body_id", "notice_id") REFERENCES "notice"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recorded_paper" ADD CONSTRAINT "recorded_paper_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recorded_paper" ADD CONSTRAINT "recorded_paper_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A warning is about one thing.
ALTER TABLE "warning" ADD CONSTRAINT "warning_about_one" CHECK (num_nonnulls("finding_id", "notice_id") = 1);

-- A hand-over proposal names to whom it goes and asks the body for nothing; every other notice asks for a reply by a day.
ALTER TABLE "notice" ADD CONSTRAINT "notice_handover" CHECK (("kind" = 'HANDOVER') = ("handed_to" IS NOT NULL) AND ("kind" = 'HANDOVER') = ("reply_due_on" IS NULL));
ALTER TABLE "notice" ADD CONSTRAINT "notice_due_unit" CHECK ("reply_due_unit" IN ('MONTH', 'DAY', 'WORKING_DAY'));
ALTER TABLE "notice" ADD CONSTRAINT "notice_due_reason" CHECK (("reply_due_on" IS NULL) = ("reply_due_rule" IS NULL) AND ("reply_due_rule" IS NULL) = ("reply_due_from" IS NULL) AND ("reply_due_amount" IS NULL) = ("reply_due_unit" IS NULL));
ALTER TABLE "notice" ADD CONSTRAINT "notice_signed_for" CHECK ("state" NOT IN ('SIGNED_FOR', 'REPLIED', 'ACCEPTED') OR "signed_for_at" IS NOT NULL);
ALTER TABLE "notice" ADD CONSTRAINT "notice_withdrawn" CHECK (("state" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL AND "withdraw_reason" IS NOT NULL));
ALTER TABLE "notice_reply" ADD CONSTRAINT "notice_reply_verdict" CHECK (("verdict" IS NULL) = ("verdict_at" IS NULL) AND ("verdict" IS NULL OR "sent_at" IS NOT NULL));

-- What was sent stays as it was sent: a notice is withdrawn, never changed or deleted, so its number is never given again;
-- a reply is the body's own only until it is sent.
CREATE FUNCTION notice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a notice stays as it was sent: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER notice_not_deleted BEFORE DELETE ON "notice" FOR EACH ROW EXECUTE FUNCTION notice_stays();
CREATE TRIGGER notice_not_rewritten BEFORE UPDATE ON "notice" FOR EACH ROW
  WHEN ((OLD.office_id, OLD.body_id, OLD.inspection_id, OLD.kind, OLD.year, OLD.seq, OLD.number, OLD.title, OLD.text, OLD.handed_to, OLD.sent_at)
    IS DISTINCT FROM (NEW.office_id, NEW.body_id, NEW.inspection_id, NEW.kind, NEW.year, NEW.seq, NEW.number, NEW.title, NEW.text, NEW.handed_to, NEW.sent_at))
  EXECUTE FUNCTION notice_stays();
CREATE TRIGGER notice_reply_not_rewritten BEFORE UPDATE ON "notice_reply" FOR EACH ROW
  WHEN (OLD.sent_at IS NOT NULL AND (OLD.text, OLD.sent_at, OLD.sent_by_name) IS DISTINCT FROM (NEW.text, NEW.sent_at, NEW.sent_by_name))
  EXECUTE FUNCTION notice_stays();

-- Its warning is looked at in the change's own transaction, as a finding's is.
CREATE FUNCTION notice_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regproc('closeout_jobs.add_job') IS NOT NULL THEN
    EXECUTE 'SELECT closeout_jobs.add_job($1, $2, job_key := $3)'
      USING 'warnNotice', json_build_object('noticeId', NEW.id), 'warnNotice:' || NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_sent_to_warn AFTER INSERT ON "notice" FOR EACH ROW EXECUTE FUNCTION notice_to_warn();
CREATE TRIGGER notice_changed_to_warn AFTER UPDATE ON "notice" FOR EACH ROW
  WHEN ((OLD.state, OLD.reply_due_on) IS DISTINCT FROM (NEW.state, NEW.reply_due_on))
  EXECUTE FUNCTION notice_to_warn();

-- What stood on a day of the past.
SELECT history.follow(name) FROM unnest(ARRAY['notice', 'notice_recipient', 'notice_finding', 'notice_reply', 'recorded_paper', 'attachment']) AS name;

-- Tables without a past are read through the same names.
CREATE OR REPLACE VIEW as_of.warning AS SELECT * FROM public.warning;
CREATE OR REPLACE VIEW as_of.upload_ticket AS SELECT * FROM public.upload_ticket;
