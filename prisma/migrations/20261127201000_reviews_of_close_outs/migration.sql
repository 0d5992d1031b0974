-- CreateTable
CREATE TABLE "submission_review" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "reviewer" "reviewer" NOT NULL,
    "name" TEXT,
    "opinion" "review_opinion" NOT NULL,
    "text" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_by_post" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "submission_review_submission_id_idx" ON "submission_review"("submission_id");

-- AddForeignKey
ALTER TABLE "submission_review" ADD CONSTRAINT "submission_review_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words and names as in filing_review.
ALTER TABLE "submission_review" ADD CONSTRAINT "submission_review_comments_have_words" CHECK ("opinion" <> 'COMMENTS' OR "text" <> '');
ALTER TABLE "submission_review" ADD CONSTRAINT "submission_review_other_has_a_name" CHECK (("reviewer" = 'OTHER') = ("name" IS NOT NULL));

SELECT history.follow('submission_review');
