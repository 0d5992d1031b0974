-- CreateEnum
CREATE TYPE "sight_state" AS ENUM ('PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "sight" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "sight_state" NOT NULL DEFAULT 'PENDING',
    "from_on" DATE,
    "to_on" DATE,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_name" TEXT,
    "decided_by_post" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sight_finding" (
    "sight_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,

    CONSTRAINT "sight_finding_pkey" PRIMARY KEY ("sight_id","finding_id")
);

-- CreateTable
CREATE TABLE "sight_opening" (
    "id" UUID NOT NULL,
    "sight_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sight_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sight_body_id_idx" ON "sight"("body_id");

-- CreateIndex
CREATE INDEX "sight_office_id_idx" ON "sight"("office_id");

-- CreateIndex
CREATE INDEX "sight_inspection_id_idx" ON "sight"("inspection_id");

-- CreateIndex
CREATE INDEX "sight_finding_finding_id_idx" ON "sight_finding"("finding_id");

-- CreateIndex
CREATE INDEX "sight_opening_sight_id_idx" ON "sight_opening"("sight_id");

-- CreateIndex
CREATE INDEX "sight_opening_person_id_idx" ON "sight_opening"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sight_opening_finding_id_person_id_opened_on_sight_id_key" ON "sight_opening"("finding_id", "person_id", "opened_on", "sight_id");

-- AddForeignKey
ALTER TABLE "sight" ADD CONSTRAINT "sight_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight" ADD CONSTRAINT "sight_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight_finding" ADD CONSTRAINT "sight_finding_sight_id_fkey" FOREIGN KEY ("sight_id") REFERENCES "sight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight_finding" ADD CONSTRAINT "sight_finding_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight_opening" ADD CONSTRAINT "sight_opening_sight_id_fkey" FOREIGN KEY ("sight_id") REFERENCES "sight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight_opening" ADD CONSTRAINT "sight_opening_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight_opening" ADD CONSTRAINT "sight_opening_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sight" ADD CONSTRAINT "sight_states" CHECK (
  ("state" = 'PENDING' OR "decided_at" IS NOT NULL OR "state" = 'WITHDRAWN')
  AND ("state" <> 'GRANTED' OR ("from_on" IS NOT NULL AND "to_on" >= "from_on"))
  AND ("state" <> 'REFUSED' OR "answer" IS NOT NULL)
  AND ("state" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL));

-- Rights are those of now, also when the past is read: history does not follow these tables.
CREATE VIEW as_of."sight" AS SELECT * FROM public."sight";
CREATE VIEW as_of."sight_finding" AS SELECT * FROM public."sight_finding";
CREATE VIEW as_of."sight_opening" AS SELECT * FROM public."sight_opening";
