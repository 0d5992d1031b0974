-- A ledger that was exported, changed in a spreadsheet and sent back: changes of the ledger there is, not a new one. Who sent it
-- sees it beside the clerk; what it changed is kept, so that the whole of it can be taken back while nobody has worked on it.
ALTER TYPE "import_kind" ADD VALUE 'LEDGER_CHANGES';
ALTER TABLE "import" ADD COLUMN "created_by_account_id" UUID,
ADD COLUMN "applied" JSONB;
