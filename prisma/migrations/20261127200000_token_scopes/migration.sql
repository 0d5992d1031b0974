-- CreateEnum
CREATE TYPE "token_verb" AS ENUM ('readOutline', 'readFinding', 'exportLedger');

-- CreateEnum
CREATE TYPE "token_decision" AS ENUM ('APPROVED', 'REFUSED');

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "approver_id" UUID,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "decision" "token_decision",
ADD COLUMN     "decision_reason" TEXT,
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "verbs" "token_verb"[] DEFAULT ARRAY['readOutline', 'readFinding', 'exportLedger']::"token_verb"[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "api_token_approver_id_idx" ON "api_token"("approver_id");

-- CreateIndex
CREATE INDEX "api_token_decided_by_id_idx" ON "api_token"("decided_by_id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Tokens from before that ask for more than statistics wait for an approval, too: until then they give statistics.
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_decided_by_somebody" CHECK (("decision" IS NULL) = ("decided_by_id" IS NULL) AND ("decision" IS NULL) = ("decided_at" IS NULL));
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_refused_for_a_reason" CHECK ("decision" IS DISTINCT FROM 'REFUSED' OR "decision_reason" <> '');
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_asks_and_does_something" CHECK (cardinality("classes") > 0 AND cardinality("verbs") > 0);
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_within_a_year" CHECK ("expires_at" <= "created_at" + interval '1 year 1 day');

-- Tokens are those of now, also where the past is read.
CREATE OR REPLACE VIEW as_of.api_token AS SELECT * FROM public.api_token;
