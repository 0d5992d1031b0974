-- CreateEnum
CREATE TYPE "reading_kind" AS ENUM ('BASELINE', 'PROGRESS');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('COMPANY', 'PERSON', 'OTHER');

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "target" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_name" TEXT,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_reading" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "reading_kind" NOT NULL,
    "definition" TEXT NOT NULL,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "stated_basis_points" INTEGER,
    "as_of" DATE,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_name" TEXT,

    CONSTRAINT "indicator_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_party" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "party_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "progress" TEXT,
    "outcome" "point_outcome",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "external_party_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "indicator_finding_id_ordinal_key" ON "indicator"("finding_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_finding_id_name_key" ON "indicator"("finding_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_reading_indicator_id_ordinal_key" ON "indicator_reading"("indicator_id", "ordinal");

-- CreateIndex
CREATE INDEX "external_party_body_id_kind_idx" ON "external_party"("body_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "external_party_finding_id_ordinal_key" ON "external_party"("finding_id", "ordinal");

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_reading" ADD CONSTRAINT "indicator_reading_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_party" ADD CONSTRAINT "external_party_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A reading says something that can be checked: counts, a rate of counts, or a percentage as a text states it
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_name_filled" CHECK (btrim("name") <> '' AND "ordinal" > 0);
ALTER TABLE "indicator_reading" ADD CONSTRAINT "indicator_reading_value" CHECK (
  btrim("definition") <> '' AND "numerator" >= 0 AND "denominator" > 0 AND "stated_basis_points" >= 0
  AND num_nonnulls("numerator", "stated_basis_points") = 1 AND ("denominator" IS NULL OR "numerator" IS NOT NULL));
ALTER TABLE "external_party" ADD CONSTRAINT "external_party_filled" CHECK (btrim("name") <> '' AND btrim("fact") <> '' AND "ordinal" > 0);

-- What was read is never overwritten
CREATE FUNCTION indicator_reading_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reading is never overwritten' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER indicator_reading_only_grows BEFORE UPDATE ON "indicator_reading" FOR EACH ROW EXECUTE FUNCTION indicator_reading_only_grows();
