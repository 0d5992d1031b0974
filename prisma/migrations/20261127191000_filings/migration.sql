-- CreateEnum
CREATE TYPE "filing_kind" AS ENUM ('PLAN', 'PERIODIC', 'FINAL');

-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('MAIN', 'PERSONNEL', 'IDEOLOGY');

-- CreateEnum
CREATE TYPE "filing_state" AS ENUM ('PREPARED', 'DECLINED', 'FILED', 'RECEIVED', 'RETURNED', 'ACCEPTED');

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "filing_kind" NOT NULL,
    "plan_kind" "plan_kind" NOT NULL DEFAULT 'MAIN',
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "due_amount" INTEGER NOT NULL,
    "due_unit" TEXT NOT NULL,
    "due_from" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_version" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER,
    "state" "filing_state" NOT NULL DEFAULT 'PREPARED',
    "as_of" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "schema" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "prepared_by_name" TEXT NOT NULL,
    "prepared_by_post" TEXT,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "declined_by_name" TEXT,
    "declined_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "filed_by_name" TEXT,
    "filed_by_post" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "received_by_name" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" TEXT,

    CONSTRAINT "filing_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "filing_body_id_idx" ON "filing"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_inspection_id_kind_plan_kind_number_key" ON "filing"("inspection_id", "kind", "plan_kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "filing_body_id_id_key" ON "filing"("body_id", "id");

-- CreateIndex
CREATE INDEX "filing_version_body_id_filing_id_idx" ON "filing_version"("body_id", "filing_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_version_filing_id_number_key" ON "filing_version"("filing_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "filing_version_open_key" ON "filing_version"("filing_id") WHERE (declined_at IS NULL AND decided_at IS NULL);

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_version" ADD CONSTRAINT "filing_version_body_id_filing_id_fkey" FOREIGN KEY ("body_id", "filing_id") REFERENCES "filing"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "filing" ADD CONSTRAINT "filing_number" CHECK ("number" > 0 AND ("kind" = 'PERIODIC' OR "number" = 1));
ALTER TABLE "filing" ADD CONSTRAINT "filing_due_reason" CHECK ("due_amount" > 0 AND "due_unit" IN ('MONTH', 'DAY', 'WORKING_DAY') AND "due_from" < "due_on");

-- The hash is the content's own; a state has what belongs to it; a return and a refusal say why.
ALTER TABLE "filing_version" ADD CONSTRAINT "filing_version_sha256" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
ALTER TABLE "filing_version" ADD CONSTRAINT "filing_version_states" CHECK (
  ("state" IN ('FILED', 'RECEIVED', 'RETURNED', 'ACCEPTED')) = ("filed_at" IS NOT NULL)
  AND ("number" IS NOT NULL) = ("filed_at" IS NOT NULL)
  AND ("state" = 'DECLINED') = ("declined_at" IS NOT NULL)
  AND ("state" IN ('RETURNED', 'ACCEPTED')) = ("decided_at" IS NOT NULL)
  AND ("state" <> 'DECLINED' OR "decline_reason" IS NOT NULL)
  AND ("state" <> 'RETURNED' OR "opinion" IS NOT NULL)
  AND ("state" <> 'RECEIVED' OR "received_at" IS NOT NULL));

-- What was filed is frozen: its content, its covering words and who filed it when. A decision is taken once.
CREATE FUNCTION filing_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was filed is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."id", NEW."filing_id", NEW."body_id", NEW."number", NEW."as_of", NEW."taken_at", NEW."note", NEW."schema", NEW."content", NEW."sha256",
      NEW."prepared_by_name", NEW."prepared_by_post", NEW."prepared_at", NEW."filed_by_name", NEW."filed_by_post", NEW."filed_at")
    IS DISTINCT FROM (OLD."id", OLD."filing_id", OLD."body_id", OLD."number", OLD."as_of", OLD."taken_at", OLD."note", OLD."schema", OLD."content", OLD."sha256",
      OLD."prepared_by_name", OLD."prepared_by_post", OLD."prepared_at", OLD."filed_by_name", OLD."filed_by_post", OLD."filed_at") THEN
    RAISE EXCEPTION 'what was filed never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."decided_at" IS NOT NULL OR (OLD."received_at" IS NOT NULL AND (NEW."received_at", NEW."received_by_name") IS DISTINCT FROM (OLD."received_at", OLD."received_by_name")) THEN
    RAISE EXCEPTION 'what the office decided about a filing stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filing_version_frozen BEFORE UPDATE OR DELETE ON "filing_version" FOR EACH ROW WHEN (OLD."filed_at" IS NOT NULL) EXECUTE FUNCTION filing_version_frozen();

CREATE FUNCTION filing_version_not_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was filed is never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER filing_version_not_truncated BEFORE TRUNCATE ON "filing_version" FOR EACH STATEMENT EXECUTE FUNCTION filing_version_not_truncated();

SELECT history.follow('filing');
SELECT history.follow('filing_version');
