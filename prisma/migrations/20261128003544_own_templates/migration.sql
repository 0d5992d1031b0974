-- CreateEnum
CREATE TYPE "template_kind" AS ENUM ('REPORT', 'PLAN', 'PRINCIPAL_REPORT', 'NOTICE');

-- CreateEnum
CREATE TYPE "template_state" AS ENUM ('READY', 'IN_FORCE', 'RETIRED');

-- CreateTable
CREATE TABLE "document_template" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" "template_kind" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "template_state" NOT NULL DEFAULT 'READY',
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "in_force_by_name" TEXT,
    "in_force_at" TIMESTAMPTZ(3),
    "retired_by_name" TEXT,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_template_body_id_kind_number_key" ON "document_template"("body_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "document_template_body_id_kind_sha256_key" ON "document_template"("body_id", "kind", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "document_template_in_force_key" ON "document_template"("body_id", "kind") WHERE (state = 'IN_FORCE');

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version stays as it was checked; only whether documents are laid out by it changes. Its instants say when that was.
CREATE FUNCTION document_template_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a template stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER document_template_not_deleted BEFORE DELETE ON "document_template" FOR EACH ROW EXECUTE FUNCTION document_template_stays();
CREATE TRIGGER document_template_not_rewritten BEFORE UPDATE ON "document_template" FOR EACH ROW
  WHEN ((OLD.body_id, OLD.kind, OLD.number, OLD.file_name, OLD.sha256, OLD.uploaded_by_name, OLD.uploaded_at)
    IS DISTINCT FROM (NEW.body_id, NEW.kind, NEW.number, NEW.file_name, NEW.sha256, NEW.uploaded_by_name, NEW.uploaded_at))
  EXECUTE FUNCTION document_template_stays();
