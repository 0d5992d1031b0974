-- 追回: a measure of its own
ALTER TYPE "recovery_kind" ADD VALUE 'RETRIEVED' BEFORE 'LOSS_RECOVERED';

-- What a voucher says, to be held against what is booked on it
ALTER TABLE "recovery" ADD COLUMN "voucher_fen" BIGINT;
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_voucher_fen" CHECK ("voucher_fen" > 0 AND ("voucher_fen" IS NULL OR "voucher_number" IS NOT NULL));

SELECT history.follow('recovery');
