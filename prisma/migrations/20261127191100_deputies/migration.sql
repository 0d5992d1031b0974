-- CreateEnum
CREATE TYPE "deputation_state" AS ENUM ('PROPOSED', 'CONFIRMED', 'DECLINED', 'ENDED');

-- AlterTable
ALTER TABLE "signoff_step" ADD COLUMN     "principal_id" UUID,
ADD COLUMN     "principal_name" TEXT;

-- CreateTable
CREATE TABLE "deputation" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "principal_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "deputation_state" NOT NULL DEFAULT 'PROPOSED',
    "appointed_by_id" UUID NOT NULL,
    "appointed_by_name" TEXT NOT NULL,
    "appointed_by_secretary" BOOLEAN NOT NULL,
    "appointed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" TEXT,
    "ended_by_name" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deputation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deputation_body_id_state_idx" ON "deputation"("body_id", "state");

-- CreateIndex
CREATE INDEX "deputation_grant_id_idx" ON "deputation"("grant_id");

-- CreateIndex
CREATE INDEX "deputation_principal_id_idx" ON "deputation"("principal_id");

-- CreateIndex
CREATE INDEX "deputation_deputy_id_state_idx" ON "deputation"("deputy_id", "state");

-- CreateIndex
CREATE INDEX "signoff_step_principal_id_idx" ON "signoff_step"("principal_id");

-- CreateIndex
CREATE UNIQUE INDEX "signoff_step_principal_key" ON "signoff_step"("submission_id", "principal_id") WHERE (state = 'SIGNED');

-- AddForeignKey
ALTER TABLE "deputation" ADD CONSTRAINT "deputation_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "role_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputation" ADD CONSTRAINT "deputation_body_id_principal_id_fkey" FOREIGN KEY ("body_id", "principal_id") REFERENCES "person"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputation" ADD CONSTRAINT "deputation_body_id_deputy_id_fkey" FOREIGN KEY ("body_id", "deputy_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nobody stands in for himself, and a deputation has a first and a last day.
ALTER TABLE "deputation" ADD CONSTRAINT "deputation_two_people" CHECK ("principal_id" <> "deputy_id");
ALTER TABLE "deputation" ADD CONSTRAINT "deputation_period" CHECK ("to_on" >= "from_on");
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_two_people" CHECK ("principal_id" <> "signer_id");

SELECT history.follow('signoff_step');
