-- CreateEnum
CREATE TYPE "extension_state" AS ENUM ('PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED');

-- CreateEnum
CREATE TYPE "extension_approver" AS ENUM ('SECRETARY', 'OFFICE');

-- CreateEnum
CREATE TYPE "opinion_kind" AS ENUM ('NO_OBJECTION', 'OBJECTION');

-- CreateEnum
CREATE TYPE "repeat_kind" AS ENUM ('WITHIN_CYCLE', 'ACROSS_ROUNDS', 'RELAPSE');

-- CreateEnum
CREATE TYPE "recheck_outcome" AS ENUM ('PASSED', 'FAILED');

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "from_due_on" DATE NOT NULL,
    "to_due_on" DATE NOT NULL,
    "state" "extension_state" NOT NULL DEFAULT 'PENDING',
    "approver" "extension_approver" NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_by_post" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_name" TEXT,
    "decided_by_post" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" TEXT,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisory_opinion" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "kind" "opinion_kind" NOT NULL,
    "text" TEXT,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_post" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supervisory_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_repeat" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "repeat_kind" NOT NULL,
    "earlier_id" UUID,
    "earlier_text" TEXT,
    "noted_by_name" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_repeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recheck_draw" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "drawn_on" DATE NOT NULL,
    "size" INTEGER NOT NULL,
    "population" TEXT[],
    "drawn_by_name" TEXT NOT NULL,
    "drawn_for_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recheck_draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recheck" (
    "id" UUID NOT NULL,
    "draw_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "outcome" "recheck_outcome",
    "note" TEXT,
    "checked_by_name" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "extension_body_id_state_idx" ON "extension"("body_id", "state");

-- CreateIndex
CREATE INDEX "extension_requested_by_id_idx" ON "extension"("requested_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_finding_id_number_key" ON "extension"("finding_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "extension_pending_key" ON "extension"("finding_id") WHERE (state = 'PENDING');

-- CreateIndex
CREATE INDEX "supervisory_opinion_finding_id_at_idx" ON "supervisory_opinion"("finding_id", "at");

-- CreateIndex
CREATE INDEX "finding_repeat_earlier_id_idx" ON "finding_repeat"("earlier_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_repeat_finding_id_earlier_id_key" ON "finding_repeat"("finding_id", "earlier_id");

-- CreateIndex
CREATE INDEX "recheck_draw_inspection_id_idx" ON "recheck_draw"("inspection_id");

-- CreateIndex
CREATE INDEX "recheck_draw_drawn_for_id_idx" ON "recheck_draw"("drawn_for_id");

-- CreateIndex
CREATE UNIQUE INDEX "recheck_draw_body_id_id_key" ON "recheck_draw"("body_id", "id");

-- CreateIndex
CREATE INDEX "recheck_finding_id_idx" ON "recheck"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "recheck_draw_id_ordinal_key" ON "recheck"("draw_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "recheck_draw_id_finding_id_key" ON "recheck"("draw_id", "finding_id");

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_body_id_requested_by_id_fkey" FOREIGN KEY ("body_id", "requested_by_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "supervisory_opinion" ADD CONSTRAINT "supervisory_opinion_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_repeat" ADD CONSTRAINT "finding_repeat_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_repeat" ADD CONSTRAINT "finding_repeat_body_id_earlier_id_fkey" FOREIGN KEY ("body_id", "earlier_id") REFERENCES "finding"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recheck_draw" ADD CONSTRAINT "recheck_draw_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck_draw" ADD CONSTRAINT "recheck_draw_drawn_for_id_fkey" FOREIGN KEY ("drawn_for_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_body_id_draw_id_fkey" FOREIGN KEY ("body_id", "draw_id") REFERENCES "recheck_draw"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "finding" ADD COLUMN "reopened_at" TIMESTAMPTZ(3),
ADD COLUMN "reopened_by_name" TEXT,
ADD COLUMN "reopened_reason" TEXT;

-- Rules that Prisma cannot say
ALTER TABLE "finding" ADD CONSTRAINT "finding_reopened" CHECK (("cycle" > 1) = ("reopened_at" IS NOT NULL) AND ("reopened_at" IS NULL OR btrim(coalesce("reopened_reason", '')) <> ''));
ALTER TABLE "extension" ADD CONSTRAINT "extension_later" CHECK ("to_due_on" > "from_due_on" AND btrim("reason") <> '');
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided" CHECK (("state" IN ('GRANTED', 'REFUSED')) = ("decided_by_name" IS NOT NULL) AND ("state" = 'PENDING') = ("decided_at" IS NULL) AND ("state" <> 'REFUSED' OR btrim(coalesce("opinion", '')) <> ''));
ALTER TABLE "supervisory_opinion" ADD CONSTRAINT "supervisory_opinion_reason" CHECK ("kind" <> 'OBJECTION' OR btrim(coalesce("text", '')) <> '');
ALTER TABLE "finding_repeat" ADD CONSTRAINT "finding_repeat_one_source" CHECK (("earlier_id" IS NULL) <> ("earlier_text" IS NULL) AND "earlier_id" IS DISTINCT FROM "finding_id");
ALTER TABLE "recheck_draw" ADD CONSTRAINT "recheck_draw_size" CHECK ("size" BETWEEN 1 AND cardinality("population"));
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_checked" CHECK (("outcome" IS NULL) = ("checked_at" IS NULL) AND ("outcome" IS DISTINCT FROM 'FAILED' OR btrim(coalesce("note", '')) <> ''));
