-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('DRAFT', 'PROPOSED', 'REVIEWED', 'APPROVED', 'PUBLISHED', 'TAKEN_DOWN');

-- CreateEnum
CREATE TYPE "passage_decision" AS ENUM ('KEEP', 'WITHHOLD', 'REPLACE');

-- CreateEnum
CREATE TYPE "withholding_ground" AS ENUM ('STATE_SECRET', 'CASE_UNDER_INQUIRY', 'HARMFUL_PUBLICITY', 'MASS_PETITIONS', 'OTHER_SENSITIVE');

-- CreateEnum
CREATE TYPE "passage_role" AS ENUM ('TITLE', 'TEXT', 'FACT', 'ACTIONS', 'RESULT', 'WHOLE', 'ENDING');

-- CreateEnum
CREATE TYPE "hit_kind" AS ENUM ('ID_NUMBER', 'BANK_CARD', 'PHONE', 'ADDRESS', 'NAME');

-- CreateEnum
CREATE TYPE "hit_decision" AS ENUM ('MASKED', 'ASKED', 'LEFT');

-- CreateEnum
CREATE TYPE "signature_role" AS ENUM ('PROPOSER', 'REVIEWER', 'APPROVER');

-- CreateEnum
CREATE TYPE "signature_method" AS ENUM ('DIGITAL', 'PAPER');

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "publication_id" UUID;

-- AlterTable
ALTER TABLE "upload_ticket" ADD COLUMN     "publication_id" UUID;

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "state" "publication_state" NOT NULL DEFAULT 'DRAFT',
    "slug" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "proposed_by_name" TEXT,
    "proposed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_by_name" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "returned_by_name" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "taken_down_at" TIMESTAMPTZ(3),
    "page_on" BOOLEAN NOT NULL DEFAULT false,
    "comments_on" BOOLEAN NOT NULL DEFAULT false,
    "contact_phone" TEXT,
    "contact_address" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_passage" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "role" "passage_role" NOT NULL,
    "style" TEXT NOT NULL,
    "number" INTEGER,
    "source" TEXT NOT NULL,
    "edited" TEXT,
    "pending" TEXT,
    "pending_gone" BOOLEAN NOT NULL DEFAULT false,
    "previous" TEXT,
    "decision" "passage_decision" NOT NULL DEFAULT 'KEEP',
    "ground" "withholding_ground",
    "replacement" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "edited_by_name" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hit_ruling" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "hit_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "decision" "hit_decision" NOT NULL,
    "replacement" TEXT,
    "reason" TEXT,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hit_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_version" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_name" TEXT NOT NULL,
    "schema" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "public_content" TEXT NOT NULL,
    "public_sha256" TEXT NOT NULL,

    CONSTRAINT "publication_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_signature" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "role" "signature_role" NOT NULL,
    "method" "signature_method" NOT NULL,
    "person_name" TEXT NOT NULL,
    "person_post" TEXT,
    "signed_on" DATE NOT NULL,
    "attachment_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publication_slug_key" ON "publication"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "publication_body_id_id_key" ON "publication"("body_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_body_id_inspection_id_key" ON "publication"("body_id", "inspection_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_passage_publication_id_key_key" ON "publication_passage"("publication_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "hit_ruling_publication_id_key_kind_subject_key" ON "hit_ruling"("publication_id", "key", "kind", "subject");

-- CreateIndex
CREATE INDEX "publication_version_body_id_publication_id_idx" ON "publication_version"("body_id", "publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_version_publication_id_number_key" ON "publication_version"("publication_id", "number");

-- CreateIndex
CREATE INDEX "publication_signature_version_id_idx" ON "publication_signature"("version_id");

-- CreateIndex
CREATE INDEX "publication_signature_body_id_idx" ON "publication_signature"("body_id");

-- CreateIndex
CREATE INDEX "publication_signature_attachment_id_idx" ON "publication_signature"("attachment_id");

-- CreateIndex
CREATE INDEX "attachment_publication_id_idx" ON "attachment"("publication_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_passage" ADD CONSTRAINT "publication_passage_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hit_ruling" ADD CONSTRAINT "hit_ruling_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_version" ADD CONSTRAINT "publication_version_body_id_publication_id_fkey" FOREIGN KEY ("body_id", "publication_id") REFERENCES "publication"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_signature" ADD CONSTRAINT "publication_signature_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "publication_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_signature" ADD CONSTRAINT "publication_signature_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "publication" ADD CONSTRAINT "publication_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
-- Three different people; a state has who brought it there; a return says why.
ALTER TABLE "publication" ADD CONSTRAINT "publication_three_people" CHECK (
  "reviewed_by_id" IS DISTINCT FROM "proposed_by_id" OR "reviewed_by_id" IS NULL);
ALTER TABLE "publication" ADD CONSTRAINT "publication_three_people_approver" CHECK (
  "approved_by_id" IS NULL OR ("approved_by_id" IS DISTINCT FROM "proposed_by_id" AND "approved_by_id" IS DISTINCT FROM "reviewed_by_id"));
ALTER TABLE "publication" ADD CONSTRAINT "publication_states" CHECK (
  ("state" = 'DRAFT' OR ("proposed_by_id" IS NOT NULL AND "proposed_at" IS NOT NULL))
  AND ("state" IN ('DRAFT', 'PROPOSED') OR ("reviewed_by_id" IS NOT NULL AND "reviewed_at" IS NOT NULL))
  AND ("state" IN ('DRAFT', 'PROPOSED', 'REVIEWED') OR ("approved_by_id" IS NOT NULL AND "approved_at" IS NOT NULL))
  AND ("state" <> 'PUBLISHED' OR "published_at" IS NOT NULL)
  AND ("returned_at" IS NULL OR "return_reason" IS NOT NULL));
ALTER TABLE "publication_passage" ADD CONSTRAINT "publication_passage_decision" CHECK (
  ("decision" = 'KEEP') = ("ground" IS NULL) AND ("decision" = 'REPLACE') = ("replacement" IS NOT NULL));
ALTER TABLE "hit_ruling" ADD CONSTRAINT "hit_ruling_reason" CHECK ("decision" = 'MASKED' OR btrim("reason") <> '');
ALTER TABLE "publication_signature" ADD CONSTRAINT "publication_signature_paper" CHECK (("method" = 'PAPER') = ("attachment_id" IS NOT NULL));

-- A frozen version never changes, nor who signed it; the hashes are the contents' own.
ALTER TABLE "publication_version" ADD CONSTRAINT "publication_version_sha256" CHECK (
  "sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex') AND "public_sha256" = encode(sha256(convert_to("public_content", 'UTF8')), 'hex'));
CREATE FUNCTION publication_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a frozen version and its signatures never change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER publication_version_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "publication_version" FOR EACH STATEMENT EXECUTE FUNCTION publication_frozen();
CREATE TRIGGER publication_signature_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "publication_signature" FOR EACH STATEMENT EXECUTE FUNCTION publication_frozen();

-- Not followed by history: a draft is nobody's past, and frozen versions name their own instant. Read through the same names.
SELECT history.follow('attachment');
CREATE OR REPLACE VIEW as_of.upload_ticket AS SELECT * FROM public.upload_ticket;
CREATE VIEW as_of.publication AS SELECT * FROM public.publication;
CREATE VIEW as_of.publication_passage AS SELECT * FROM public.publication_passage;
CREATE VIEW as_of.hit_ruling AS SELECT * FROM public.hit_ruling;
CREATE VIEW as_of.publication_version AS SELECT * FROM public.publication_version;
CREATE VIEW as_of.publication_signature AS SELECT * FROM public.publication_signature;

-- What is public stands in a schema of its own (packages/domain publications/snapshot.ts describes `content`), so that pages are
-- rendered by a role that sees nothing else. What is taken down keeps its row, without content.
CREATE SCHEMA published;
CREATE TABLE published.publication (
  slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  body_name text NOT NULL,
  title text NOT NULL,
  content text,
  sha256 text,
  page_on boolean NOT NULL DEFAULT false,
  comments_on boolean NOT NULL DEFAULT false,
  published_at timestamptz(3) NOT NULL,
  taken_down_at timestamptz(3),
  CONSTRAINT publication_up_or_down CHECK ((content IS NULL) = (taken_down_at IS NOT NULL) AND (content IS NULL) = (sha256 IS NULL)),
  CONSTRAINT publication_sha256 CHECK (content IS NULL OR sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

-- The role that reads it, and nothing else. Where the installation's own account may not create roles, its administrator creates
-- `closeout_public`, grants it to that account and calls this again.
CREATE FUNCTION published.open_to_reader() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  -- Roles are the server's: another database of it may have made this one, even at this moment.
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'closeout_public') THEN
    BEGIN
      CREATE ROLE closeout_public NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'closeout_public', 'MEMBER') THEN
    EXECUTE format('GRANT closeout_public TO %I', current_user);
  END IF;
  GRANT USAGE ON SCHEMA published TO closeout_public;
  GRANT SELECT ON published.publication TO closeout_public;
  RETURN true;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION published.open_to_reader() FROM PUBLIC;
SELECT published.open_to_reader();
