-- CreateEnum
CREATE TYPE "action_kind" AS ENUM ('RULES', 'MEETING', 'TALK', 'TRAINING', 'SITE_VISIT', 'CHECK', 'MONEY', 'OTHER');

-- AlterTable
ALTER TABLE "action" ADD COLUMN     "kind" "action_kind" NOT NULL DEFAULT 'OTHER';

-- CreateTable
CREATE TABLE "settings_version" (
    "id" UUID NOT NULL,
    "round_id" UUID,
    "inspection_id" UUID,
    "settings" JSONB NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_name" TEXT,

    CONSTRAINT "settings_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "settings_version_round_id_from_at_idx" ON "settings_version"("round_id", "from_at");

-- CreateIndex
CREATE INDEX "settings_version_inspection_id_from_at_idx" ON "settings_version"("inspection_id", "from_at");

-- AddForeignKey
ALTER TABLE "settings_version" ADD CONSTRAINT "settings_version_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings_version" ADD CONSTRAINT "settings_version_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One record each, of a round or of an inspection.
ALTER TABLE "settings_version" ADD CONSTRAINT "settings_version_of_one" CHECK (num_nonnulls("round_id", "inspection_id") = 1);

-- Settings as they stand now are the first version that is kept.
INSERT INTO "settings_version" ("id", "round_id", "settings", "from_at") SELECT gen_random_uuid(), "id", "settings", "created_at" FROM "round";
INSERT INTO "settings_version" ("id", "inspection_id", "settings", "from_at") SELECT gen_random_uuid(), "id", "settings", "created_at" FROM "inspection";

-- From now on every change leaves a version, whoever makes it; the transaction may name its actor in closeout.actor.
CREATE FUNCTION keep_settings_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.settings = OLD.settings THEN RETURN NULL; END IF;
  INSERT INTO settings_version (id, round_id, inspection_id, settings, from_at, by_name)
  VALUES (gen_random_uuid(), CASE WHEN TG_TABLE_NAME = 'round' THEN NEW.id END, CASE WHEN TG_TABLE_NAME = 'inspection' THEN NEW.id END,
    NEW.settings, now(), nullif(current_setting('closeout.actor', true), ''));
  RETURN NULL;
END $$;
CREATE TRIGGER round_settings_kept AFTER INSERT OR UPDATE OF settings ON "round" FOR EACH ROW EXECUTE FUNCTION keep_settings_version();
CREATE TRIGGER inspection_settings_kept AFTER INSERT OR UPDATE OF settings ON "inspection" FOR EACH ROW EXECUTE FUNCTION keep_settings_version();

-- A version never changes; it goes only with its record.
CREATE FUNCTION refuse_settings_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of the settings never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER settings_version_fixed BEFORE UPDATE ON "settings_version" FOR EACH ROW EXECUTE FUNCTION refuse_settings_rewrite();
