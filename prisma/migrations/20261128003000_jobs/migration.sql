-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "state" "job_state" NOT NULL DEFAULT 'WAITING',
    "step" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "grants" JSONB,
    "result_name" TEXT,
    "result_media_type" TEXT,
    "result_size" BIGINT,
    "result_sha256" TEXT,
    "result_until" TIMESTAMPTZ(3),
    "import_id" UUID,
    "refusals" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_account_id_created_at_idx" ON "job"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "job_inspection_id_idx" ON "job"("inspection_id");

-- CreateIndex
CREATE INDEX "job_import_id_idx" ON "job"("import_id");

-- CreateIndex
CREATE INDEX "job_result_until_idx" ON "job"("result_until");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A result is whole or not there; what has ended says when.
ALTER TABLE "job" ADD CONSTRAINT job_result_whole CHECK (
  num_nulls(result_name, result_media_type, result_size, result_sha256, result_until) IN (0, 5)),
  ADD CONSTRAINT job_result_of_done CHECK (result_name IS NULL OR state = 'DONE'),
  ADD CONSTRAINT job_ended CHECK ((ended_at IS NOT NULL) = (state IN ('DONE', 'FAILED', 'CANCELLED')));

-- A job that waits is handed to the worker in the transaction that writes it: rolled back, nothing runs; committed, it cannot
-- be forgotten. One after the other in a queue of their own, so that warnings never wait behind them. Without the worker's
-- tables (it never ran here) the worker finds what waits when it starts.
CREATE FUNCTION job_to_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_regproc('closeout_jobs.add_job') IS NOT NULL THEN
    EXECUTE 'SELECT closeout_jobs.add_job($1, $2, queue_name := $3, job_key := $4)'
      USING 'runJob', json_build_object('jobId', NEW.id), 'long', 'runJob:' || NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER job_entered_to_run AFTER INSERT ON "job" FOR EACH ROW WHEN (NEW.state = 'WAITING') EXECUTE FUNCTION job_to_run();
CREATE TRIGGER job_changed_to_run AFTER UPDATE ON "job" FOR EACH ROW
  WHEN (NEW.state = 'WAITING' AND OLD.state IS DISTINCT FROM 'WAITING') EXECUTE FUNCTION job_to_run();
