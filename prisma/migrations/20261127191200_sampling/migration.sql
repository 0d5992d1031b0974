-- CreateEnum
CREATE TYPE "draw_stage" AS ENUM ('CLOSED', 'IN_REVIEW');

-- AlterTable
ALTER TABLE "recheck" ADD COLUMN     "submission_id" UUID;

-- AlterTable
ALTER TABLE "recheck_draw" ADD COLUMN     "stage" "draw_stage" NOT NULL DEFAULT 'CLOSED';

-- CreateIndex
CREATE UNIQUE INDEX "recheck_submission_id_key" ON "recheck"("submission_id");

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT history.follow('recheck'), history.follow('recheck_draw');
