-- AlterTable
ALTER TABLE "finding" ADD COLUMN "due_amount" INTEGER,
ADD COLUMN "due_from" DATE,
ADD COLUMN "due_unit" TEXT;

-- What a rule counted is known afterwards only where counting again from the feedback gives the very date; nothing is guessed.
UPDATE "finding" f SET "due_amount" = f."due_on" - i."feedback_on", "due_unit" = 'DAY', "due_from" = i."feedback_on"
FROM "inspection" i JOIN "round" r ON r."id" = i."round_id"
WHERE i."id" = f."inspection_id" AND f."due_rule" = 'IMMEDIATE_DAYS' AND f."due_on" > i."feedback_on"
  AND coalesce(i."settings"->>'immediateUnit', r."settings"->>'immediateUnit', 'DAY') = 'DAY';

UPDATE "finding" f SET "due_amount" = m, "due_unit" = 'MONTH', "due_from" = i."feedback_on"
FROM "inspection" i, generate_series(1, 24) m
WHERE i."id" = f."inspection_id" AND f."due_rule" IN ('CONCENTRATED_MONTHS', 'CONTINUING')
  AND f."due_on" = (i."feedback_on" + make_interval(months => m))::date;

-- A count has its unit and its first day.
ALTER TABLE "finding" ADD CONSTRAINT "finding_due_reason" CHECK (("due_amount" IS NULL) = ("due_unit" IS NULL) AND ("due_unit" IS NULL) = ("due_from" IS NULL) AND ("due_unit" IS NULL OR "due_unit" IN ('MONTH', 'DAY', 'WORKING_DAY')));
