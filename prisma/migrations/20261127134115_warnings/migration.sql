-- CreateEnum
CREATE TYPE "warning_level" AS ENUM ('GREEN', 'YELLOW', 'RED');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "mail" TEXT,
ADD COLUMN     "mail_on" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "warning" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "level" "warning_level" NOT NULL,
    "due_on" DATE NOT NULL,
    "name" TEXT,
    "colour" TEXT NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_delivery" (
    "id" UUID NOT NULL,
    "warning_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "digest_id" UUID,

    CONSTRAINT "warning_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_digest" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "warning_digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_run" (
    "day" DATE NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "warning_run_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "warning_finding_id_due_on_level_key" ON "warning"("finding_id", "due_on", "level");

-- CreateIndex
CREATE INDEX "warning_delivery_person_id_told_at_idx" ON "warning_delivery"("person_id", "told_at");

-- CreateIndex
CREATE INDEX "warning_delivery_digest_id_idx" ON "warning_delivery"("digest_id");

-- CreateIndex
CREATE UNIQUE INDEX "warning_delivery_warning_id_person_id_key" ON "warning_delivery"("warning_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "warning_digest_person_id_day_key" ON "warning_digest"("person_id", "day");

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_delivery" ADD CONSTRAINT "warning_delivery_warning_id_fkey" FOREIGN KEY ("warning_id") REFERENCES "warning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_delivery" ADD CONSTRAINT "warning_delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_delivery" ADD CONSTRAINT "warning_delivery_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "warning_digest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_digest" ADD CONSTRAINT "warning_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A change of a deadline, state or person enqueues the look at its warning in the change's own transaction: rolled back, there
-- is no job; committed, it cannot be forgotten. One job per finding, so that two changes wait for each other no more than
-- for the finding itself. Without the worker's tables (it never ran here) the daily run finds what changed.
CREATE FUNCTION finding_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regproc('closeout_jobs.add_job') IS NOT NULL THEN
    EXECUTE 'SELECT closeout_jobs.add_job($1, $2, job_key := $3)'
      USING 'warnFinding', json_build_object('findingId', NEW.id), 'warnFinding:' || NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER finding_entered_to_warn AFTER INSERT ON "finding" FOR EACH ROW EXECUTE FUNCTION finding_to_warn();
CREATE TRIGGER finding_changed_to_warn AFTER UPDATE ON "finding" FOR EACH ROW
  WHEN ((OLD.state, OLD.due_on, OLD.handler_id, OLD.lead_department_id, OLD.leader_post_id)
    IS DISTINCT FROM (NEW.state, NEW.due_on, NEW.handler_id, NEW.lead_department_id, NEW.leader_post_id))
  EXECUTE FUNCTION finding_to_warn();
