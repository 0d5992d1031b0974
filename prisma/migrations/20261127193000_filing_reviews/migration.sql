-- CreateEnum
CREATE TYPE "reviewer" AS ENUM ('ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER');

-- CreateEnum
CREATE TYPE "review_opinion" AS ENUM ('AGREE', 'COMMENTS');

-- CreateTable
CREATE TABLE "filing_review" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "reviewer" "reviewer" NOT NULL,
    "name" TEXT,
    "opinion" "review_opinion" NOT NULL,
    "text" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_by_post" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filing_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "filing_review_version_id_idx" ON "filing_review"("version_id");

-- CreateIndex
CREATE INDEX "filing_review_body_id_idx" ON "filing_review"("body_id");

-- AddForeignKey
ALTER TABLE "filing_review" ADD CONSTRAINT "filing_review_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "filing_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "filing_review" ADD CONSTRAINT "filing_review_words" CHECK (("opinion" <> 'COMMENTS' OR "text" IS NOT NULL) AND ("reviewer" = 'OTHER') = ("name" IS NOT NULL));

CREATE FUNCTION filing_review_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an opinion that was given stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER filing_review_only_grows BEFORE UPDATE OR DELETE ON "filing_review" FOR EACH ROW EXECUTE FUNCTION filing_review_only_grows();

SELECT history.follow('filing_review');
