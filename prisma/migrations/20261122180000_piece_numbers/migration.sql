-- The number of the last piece of evidence given under an action, and of the last one tied to none: a removed piece's number is not given again.
ALTER TABLE "action" ADD COLUMN "last_piece" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "inspection" ADD COLUMN "last_loose_piece" INTEGER NOT NULL DEFAULT 0;
