-- What the ledger guarantees beyond keys: values that may not be, sums that must balance, a trail that only grows.

-- Words that must not be empty
ALTER TABLE "body" ADD CONSTRAINT "body_name_filled" CHECK (btrim("name") <> '' AND btrim("short_name") <> '');
ALTER TABLE "department" ADD CONSTRAINT "department_name_filled" CHECK (btrim("name") <> '');
ALTER TABLE "post" ADD CONSTRAINT "post_title_filled" CHECK (btrim("title") <> '');
ALTER TABLE "person" ADD CONSTRAINT "person_name_filled" CHECK (btrim("name") <> '');
ALTER TABLE "account" ADD CONSTRAINT "account_login_lower" CHECK ("login" = lower(btrim("login")) AND "login" <> '');
ALTER TABLE "finding" ADD CONSTRAINT "finding_title_filled" CHECK (btrim("title") <> '');
ALTER TABLE "action" ADD CONSTRAINT "action_text_filled" CHECK (btrim("text") <> '');
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_text_filled" CHECK (btrim("text") <> '');

-- Periods run forwards
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_on_site_forwards" CHECK ("on_site_to" IS NULL OR "on_site_from" IS NULL OR "on_site_to" >= "on_site_from");
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_forwards" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_forwards" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_forwards" CHECK ("occurred_to" IS NULL OR "occurred_to" >= "occurred_on");

-- Which scope a role needs: a department for its people, a post for leaders, a body for the rest, none for administrators
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_scope" CHECK (
  CASE
    WHEN "role" IN ('HANDLER', 'DEPARTMENT_HEAD') THEN "department_id" IS NOT NULL AND "post_id" IS NULL
    WHEN "role" = 'LEADER' THEN "post_id" IS NOT NULL AND "department_id" IS NULL
    WHEN "role" IN ('SECRETARY', 'CLERK', 'DISCIPLINE_GROUP', 'INSPECTION_OFFICE', 'INTEGRATOR')
      THEN "body_id" IS NOT NULL AND "department_id" IS NULL AND "post_id" IS NULL
    ELSE "body_id" IS NULL AND "department_id" IS NULL AND "post_id" IS NULL
  END);

-- Findings
ALTER TABLE "finding" ADD CONSTRAINT "finding_seq_positive" CHECK ("seq" > 0 AND "cycle" > 0);
ALTER TABLE "finding" ADD CONSTRAINT "finding_closed_at" CHECK (("state" = 'CLOSED') = ("closed_at" IS NOT NULL));
ALTER TABLE "finding" ADD CONSTRAINT "finding_continuing" CHECK ("state" <> 'CONTINUING' OR ("continuing_reason" IS NOT NULL AND "continuing_target" IS NOT NULL AND "next_review_on" IS NOT NULL));
ALTER TABLE "finding" ADD CONSTRAINT "finding_claimed_has_department" CHECK ("state" NOT IN ('RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING') OR "lead_department_id" IS NOT NULL);
ALTER TABLE "finding" ADD CONSTRAINT "finding_confirmed_has_leader" CHECK ("leader_confirmed_at" IS NULL OR "leader_post_id" IS NOT NULL);
ALTER TABLE "finding" ADD CONSTRAINT "finding_due_kind" CHECK ("due_kind" IS DISTINCT FROM 'DATE' OR "due_on" IS NOT NULL);
ALTER TABLE "finding_point" ADD CONSTRAINT "finding_point_filled" CHECK (btrim("text") <> '' AND "ordinal" > 0);
ALTER TABLE "action" ADD CONSTRAINT "action_dropped_with_reason" CHECK ("state" <> 'DROPPED' OR btrim(coalesce("drop_reason", '')) <> '');
ALTER TABLE "action" ADD CONSTRAINT "action_ordinal_positive" CHECK ("ordinal" > 0);

-- Evidence
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_rejected_with_reason" CHECK ("acceptance" <> 'REJECTED' OR btrim(coalesce("rejection_reason", '')) <> '');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_accepted_by" CHECK ("acceptance" = 'PENDING' OR ("accepted_by_name" IS NOT NULL AND "accepted_at" IS NOT NULL));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_counts" CHECK (coalesce("checked_count", 0) >= 0 AND coalesce("corrected_count", 0) >= 0 AND coalesce("headcount", 0) >= 0);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file" CHECK ("size" > 0 AND "size" <= 52428800 AND "sha256" ~ '^[0-9a-f]{64}$');

-- Sign-off
ALTER TABLE "submission" ADD CONSTRAINT "submission_continue" CHECK ("purpose" <> 'CONTINUE' OR ("reason" IS NOT NULL AND "target" IS NOT NULL AND "next_review_on" IS NOT NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_decided" CHECK (("outcome" = 'PENDING') = ("decided_at" IS NULL));
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_signed" CHECK (
  CASE "state"
    WHEN 'SIGNED' THEN "signed_at" IS NOT NULL AND ("signer_id" IS NOT NULL OR "resolution_id" IS NOT NULL)
    WHEN 'RETURNED' THEN "signed_at" IS NOT NULL AND "signer_id" IS NOT NULL AND btrim(coalesce("opinion", '')) <> ''
    WHEN 'SKIPPED' THEN "skip_reason" IS NOT NULL
    ELSE "signed_at" IS NULL
  END);
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_paper" CHECK (NOT "on_paper" OR "scan_id" IS NOT NULL);

-- Money: whole fen, none negative, and never more recovered and waived than was established
ALTER TABLE "money_sum" ADD CONSTRAINT "money_sum_fen" CHECK (coalesce("stated_fen", 0) >= 0 AND coalesce("established_fen", 0) >= 0 AND coalesce("stated_rounding_fen", 0) >= 0);
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_fen" CHECK ("fen" > 0);
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_fen" CHECK ("fen" > 0 AND btrim("reason") <> '');

CREATE FUNCTION money_sum_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked_sum uuid := CASE TG_TABLE_NAME WHEN 'money_sum' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'sum_id')::uuid END;
  established bigint;
  settled bigint;
BEGIN
  SELECT established_fen INTO established FROM money_sum WHERE id = checked_sum FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT coalesce((SELECT sum(fen) FROM recovery WHERE sum_id = checked_sum), 0) + coalesce((SELECT sum(fen) FROM waiver WHERE sum_id = checked_sum), 0) INTO settled;
  IF settled > coalesce(established, 0) THEN
    RAISE EXCEPTION 'sum % balances %: % recovered and waived', checked_sum, coalesce(established, 0), settled USING ERRCODE = 'check_violation', CONSTRAINT = 'money_sum_balances';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER money_sum_balances AFTER UPDATE ON "money_sum" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_sum_balances();
CREATE CONSTRAINT TRIGGER recovery_balances AFTER INSERT OR UPDATE ON "recovery" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_sum_balances();
CREATE CONSTRAINT TRIGGER waiver_balances AFTER INSERT OR UPDATE ON "waiver" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_sum_balances();

-- The audit trail only grows
CREATE FUNCTION audit_event_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_only_grows BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION audit_event_only_grows();
CREATE TRIGGER audit_event_not_truncated BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION audit_event_only_grows();
