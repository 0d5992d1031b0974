-- CreateEnum
CREATE TYPE "assessment_grade" AS ENUM ('GOOD', 'FAIRLY_GOOD', 'FAIR', 'POOR');

-- CreateEnum
CREATE TYPE "prescribed_step_code" AS ENUM ('FEEDBACK_MEETING', 'PARTY_GROUP_STUDY', 'LEADING_GROUP', 'PLAN_REVIEW', 'DEMOCRATIC_LIFE', 'CONCENTRATED', 'FINAL_REPORT', 'PUBLICATION', 'ASSESSMENT');

-- CreateEnum
CREATE TYPE "recommendation_state" AS ENUM ('OPEN', 'UNDER_WAY', 'ANSWERED');

-- CreateEnum
CREATE TYPE "referral_kind" AS ENUM ('LEADS', 'PETITIONS', 'OTHER');

-- CreateEnum
CREATE TYPE "referral_receiver" AS ENUM ('DISCIPLINE', 'ORGANIZATION', 'POLITICAL_LEGAL', 'AUTHORITY', 'OTHER');

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "plan" "plan_kind" NOT NULL DEFAULT 'MAIN';

-- AlterTable
ALTER TABLE "inspection" ADD COLUMN     "plans" "plan_kind"[] DEFAULT ARRAY['MAIN']::"plan_kind"[];

-- CreateTable
CREATE TABLE "effect_version" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT,
    "written_by_name" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect_assessment" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "assessed_on" DATE NOT NULL,
    "assessor" TEXT NOT NULL,
    "grade" "assessment_grade",
    "grade_text" TEXT,
    "score" INTEGER,
    "full_score" INTEGER,
    "remark" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_item" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "score" INTEGER,
    "full_score" INTEGER,
    "remark" TEXT,

    CONSTRAINT "assessment_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prescribed_step" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "code" "prescribed_step_code" NOT NULL,
    "done_on" DATE,
    "done_to" DATE,
    "date_text" TEXT,
    "date_precision" "date_precision" NOT NULL DEFAULT 'DAY',
    "proof" TEXT,
    "evidence_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "prescribed_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "post_id" UUID,
    "state" "recommendation_state" NOT NULL DEFAULT 'OPEN',
    "answer" TEXT,
    "answered_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_count" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "referral_kind" NOT NULL,
    "receiver" "referral_receiver" NOT NULL,
    "count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "referral_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "effect_version_finding_id_number_key" ON "effect_version"("finding_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "effect_assessment_inspection_id_number_key" ON "effect_assessment"("inspection_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_item_assessment_id_ordinal_key" ON "assessment_item"("assessment_id", "ordinal");

-- CreateIndex
CREATE INDEX "prescribed_step_evidence_id_idx" ON "prescribed_step"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "prescribed_step_inspection_id_code_key" ON "prescribed_step"("inspection_id", "code");

-- CreateIndex
CREATE INDEX "recommendation_post_id_idx" ON "recommendation"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_inspection_id_number_key" ON "recommendation"("inspection_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "referral_count_inspection_id_kind_receiver_key" ON "referral_count"("inspection_id", "kind", "receiver");

-- AddForeignKey
ALTER TABLE "effect_version" ADD CONSTRAINT "effect_version_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect_assessment" ADD CONSTRAINT "effect_assessment_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_item" ADD CONSTRAINT "assessment_item_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "effect_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prescribed_step" ADD CONSTRAINT "prescribed_step_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prescribed_step" ADD CONSTRAINT "prescribed_step_body_id_evidence_id_fkey" FOREIGN KEY ("body_id", "evidence_id") REFERENCES "evidence"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_body_id_post_id_fkey" FOREIGN KEY ("body_id", "post_id") REFERENCES "post"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral_count" ADD CONSTRAINT "referral_count_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Words and figures that must be there
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_plans_some" CHECK (cardinality("plans") > 0);
ALTER TABLE "effect_version" ADD CONSTRAINT "effect_version_number" CHECK ("number" > 0);
ALTER TABLE "effect_assessment" ADD CONSTRAINT "effect_assessment_says" CHECK (
  btrim("assessor") <> '' AND num_nonnulls("grade", "score") > 0 AND coalesce("score", 0) >= 0
  AND ("score" IS NULL OR "full_score" IS NULL OR "score" <= "full_score"));
ALTER TABLE "assessment_item" ADD CONSTRAINT "assessment_item_says" CHECK (
  btrim("title") <> '' AND coalesce("score", 0) >= 0 AND ("score" IS NULL OR "full_score" IS NULL OR "score" <= "full_score"));
ALTER TABLE "prescribed_step" ADD CONSTRAINT "prescribed_step_dated" CHECK (
  ("done_on" IS NOT NULL OR "date_text" IS NOT NULL) AND ("done_to" IS NULL OR "done_to" >= "done_on"));
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_filled" CHECK (btrim("text") <> '' AND "number" > 0);
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_answered" CHECK (
  CASE WHEN "state" = 'ANSWERED' THEN "answer" IS NOT NULL AND "answered_on" IS NOT NULL ELSE "answered_on" IS NULL END);
ALTER TABLE "referral_count" ADD CONSTRAINT "referral_count_some" CHECK ("count" > 0);

-- What was written and what was assessed is never overwritten
CREATE FUNCTION row_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never overwritten', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER effect_version_only_grows BEFORE UPDATE ON "effect_version" FOR EACH ROW EXECUTE FUNCTION row_only_grows();
CREATE TRIGGER effect_assessment_only_grows BEFORE UPDATE OR DELETE ON "effect_assessment" FOR EACH ROW EXECUTE FUNCTION row_only_grows();
CREATE TRIGGER assessment_item_only_grows BEFORE UPDATE OR DELETE ON "assessment_item" FOR EACH ROW EXECUTE FUNCTION row_only_grows();

-- What is kept of a day of the past
SELECT history.follow('finding');
SELECT history.follow('inspection');
SELECT history.follow('effect_version');
SELECT history.follow('effect_assessment');
SELECT history.follow('assessment_item');
SELECT history.follow('prescribed_step');
SELECT history.follow('recommendation');
SELECT history.follow('referral_count');
