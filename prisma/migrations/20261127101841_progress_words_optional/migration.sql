-- An action that was only marked as done reports no words: its own text says what was done.
ALTER TABLE "progress_update" ALTER COLUMN "text" DROP NOT NULL;
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_words" CHECK ("text" IS NOT NULL OR "state" = 'DONE');
