-- CreateTable
CREATE TABLE "urge" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "note" TEXT,
    "lines" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "sent_by_post" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_name" TEXT,
    "acknowledged_by_post" TEXT,

    CONSTRAINT "urge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "urge_inspection_id_department_id_sent_at_idx" ON "urge"("inspection_id", "department_id", "sent_at");

-- CreateIndex
CREATE INDEX "urge_department_id_idx" ON "urge"("department_id");

-- AddForeignKey
ALTER TABLE "urge" ADD CONSTRAINT "urge_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "urge" ADD CONSTRAINT "urge_body_id_department_id_fkey" FOREIGN KEY ("body_id", "department_id") REFERENCES "department"("body_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What was sent stays as it was sent; only that somebody took note of it is added, once.
CREATE FUNCTION urge_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a list that was sent stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER urge_not_deleted BEFORE DELETE ON "urge" FOR EACH ROW EXECUTE FUNCTION urge_stays();
CREATE TRIGGER urge_not_rewritten BEFORE UPDATE ON "urge" FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NOT NULL OR (OLD.department_id, OLD.note, OLD.lines, OLD.sent_at, OLD.sent_by_name)
    IS DISTINCT FROM (NEW.department_id, NEW.note, NEW.lines, NEW.sent_at, NEW.sent_by_name))
  EXECUTE FUNCTION urge_stays();

-- What stood on a day of the past.
SELECT history.follow('urge');
