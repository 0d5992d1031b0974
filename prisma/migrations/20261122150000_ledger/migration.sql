-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'CLERK', 'DISCIPLINE_GROUP', 'INSPECTION_OFFICE', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'INTEGRATOR');

-- CreateEnum
CREATE TYPE "field_class" AS ENUM ('STATISTICS', 'TEXT', 'NAMES', 'MONEY');

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('PLANNED', 'IN_PROGRESS', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('DAY', 'TENDAY', 'MONTH', 'RANGE', 'NONE', 'DAMAGED');

-- CreateEnum
CREATE TYPE "year_source" AS ENUM ('STATED', 'CARRIED', 'ROLLOVER', 'INFERRED');

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('INSPECTED', 'OFFICE', 'DISCIPLINE_GROUP');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('MEETING', 'DOCUMENT', 'TALK', 'TRAINING', 'SITE_VISIT', 'INSPECTION', 'LATERAL_REVIEW', 'SELF_CRITICISM', 'ORDERED_CHECK', 'REFUND', 'FILE');

-- CreateEnum
CREATE TYPE "evidence_acceptance" AS ENUM ('PENDING', 'ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "meeting_type" AS ENUM ('PARTY_GROUP', 'EXECUTIVE', 'DEMOCRATIC_LIFE', 'ORG_LIFE', 'STUDY_GROUP', 'BRANCH', 'LEADING_GROUP', 'PROGRESS_REVIEW', 'SYMPOSIUM', 'OTHER');

-- CreateEnum
CREATE TYPE "document_status" AS ENUM ('ISSUED', 'DRAFT', 'ISSUED_BY_OTHER', 'REFERENCED');

-- CreateEnum
CREATE TYPE "document_change" AS ENUM ('NEW', 'REVISED', 'REPEALED');

-- CreateEnum
CREATE TYPE "talk_type" AS ENUM ('REMINDER', 'CRITICISM', 'SUMMONED', 'ADMONITION', 'HEART_TO_HEART', 'OTHER');

-- CreateEnum
CREATE TYPE "attachment_purpose" AS ENUM ('SCAN', 'VOUCHER', 'FILE', 'SIGNED_FORM', 'CONSENT');

-- CreateEnum
CREATE TYPE "finding_state" AS ENUM ('RECORDED', 'UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING');

-- CreateEnum
CREATE TYPE "result" AS ENUM ('COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "remediation_type" AS ENUM ('IMMEDIATE', 'STAGED', 'CONTINUING');

-- CreateEnum
CREATE TYPE "due_kind" AS ENUM ('DATE', 'IMMEDIATE', 'ONGOING');

-- CreateEnum
CREATE TYPE "point_outcome" AS ENUM ('DONE', 'CONTINUING', 'NOT_DONE', 'UNTRACEABLE_REGULATED');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('REPORT', 'LEDGER_WORKBOOK');

-- CreateEnum
CREATE TYPE "import_mode" AS ENUM ('HISTORY', 'LIVE');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('DRAFT', 'COMMITTED', 'UNDONE');

-- CreateEnum
CREATE TYPE "disposition" AS ENUM ('REFUND_DUE', 'PROCEDURAL', 'UNDECIDED', 'WRITTEN_OFF');

-- CreateEnum
CREATE TYPE "recovery_kind" AS ENUM ('REFUND', 'RECOVERED', 'BACK_PAYMENT', 'DUES_BACK_PAYMENT', 'TREASURY', 'LOSS_RECOVERED');

-- CreateEnum
CREATE TYPE "receiver" AS ENUM ('TREASURY_ACCOUNT', 'SOURCE', 'UNIT_ACCOUNT', 'DUES_ACCOUNT', 'OTHER');

-- CreateEnum
CREATE TYPE "consent_form" AS ENUM ('WRITTEN', 'ORAL');

-- CreateEnum
CREATE TYPE "inspection_level" AS ENUM ('XUNCHA', 'XUNSHI');

-- CreateEnum
CREATE TYPE "inspection_type" AS ENUM ('ROUTINE', 'SPECIAL', 'UPGRADED', 'CROSS', 'FLEXIBLE', 'LOOK_BACK');

-- CreateEnum
CREATE TYPE "submission_purpose" AS ENUM ('CLOSE_OUT', 'CONTINUE');

-- CreateEnum
CREATE TYPE "submission_outcome" AS ENUM ('PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "signoff_step_kind" AS ENUM ('CLERK_CHECK', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'RESOLUTION');

-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('WAITING', 'CURRENT', 'SIGNED', 'RETURNED', 'SKIPPED');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "body_id" UUID,
    "department_id" UUID,
    "post_id" UUID,
    "from_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "body_id" UUID NOT NULL,
    "classes" "field_class"[] DEFAULT ARRAY['STATISTICS']::"field_class"[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" "action_state" NOT NULL DEFAULT 'PLANNED',
    "drop_reason" TEXT,
    "progress" TEXT,
    "done_on" DATE,
    "due_on" DATE,
    "due_text" TEXT,
    "needs_evidence" BOOLEAN NOT NULL DEFAULT true,
    "department_id" UUID,
    "handler_id" UUID,
    "reported_by_source" BOOLEAN NOT NULL DEFAULT false,
    "span_from" INTEGER,
    "span_to" INTEGER,
    "import_id" UUID,
    "import_ordinal" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_update" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "action_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_name" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "on_behalf_source" TEXT,

    CONSTRAINT "progress_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "body_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_post" TEXT,
    "verb" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "origin" TEXT,
    "success" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "kind" "body_kind" NOT NULL DEFAULT 'INSPECTED',
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "credit_code" TEXT,
    "region_code" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision" (
    "group_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("group_id","body_id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "piece_number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "occurred_on" DATE,
    "occurred_to" DATE,
    "date_text" TEXT,
    "date_precision" "date_precision" NOT NULL DEFAULT 'DAY',
    "year_source" "year_source",
    "place" TEXT,
    "note" TEXT,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "acceptance" "evidence_acceptance" NOT NULL DEFAULT 'PENDING',
    "accepted_by_name" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "rejection_reason" TEXT,
    "checked_count" INTEGER,
    "corrected_count" INTEGER,
    "headcount" INTEGER,
    "on_behalf_of_id" UUID,
    "on_behalf_source" TEXT,
    "reported_by_source" BOOLEAN NOT NULL DEFAULT false,
    "quote" TEXT,
    "span_from" INTEGER,
    "span_to" INTEGER,
    "import_id" UUID,
    "created_by_id" UUID,
    "created_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_action" (
    "evidence_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,

    CONSTRAINT "evidence_action_pkey" PRIMARY KEY ("action_id","evidence_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "evidence_id" UUID NOT NULL,
    "type" "meeting_type" NOT NULL,
    "type_text" TEXT,
    "chair" TEXT,
    "attendees" TEXT,
    "absent" TEXT,
    "recorder" TEXT,
    "agenda" TEXT,
    "resolution" TEXT,
    "minutes_number" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "policy_document" (
    "evidence_id" UUID NOT NULL,
    "number" TEXT,
    "issuer" TEXT,
    "status" "document_status" NOT NULL DEFAULT 'ISSUED',
    "change" "document_change",

    CONSTRAINT "policy_document_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "talk" (
    "evidence_id" UUID NOT NULL,
    "type" "talk_type" NOT NULL,
    "type_text" TEXT,
    "interviewer" TEXT,
    "interviewee" TEXT,
    "reason" TEXT,
    "occurrences" INTEGER,

    CONSTRAINT "talk_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "purpose" "attachment_purpose" NOT NULL DEFAULT 'FILE',
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "evidence_id" UUID,
    "recovery_id" UUID,
    "consent_id" UUID,
    "finding_id" UUID,
    "uploaded_by_id" UUID,
    "uploaded_by_name" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_ticket" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "purpose" "attachment_purpose" NOT NULL,
    "evidence_id" UUID,
    "recovery_id" UUID,
    "consent_id" UUID,
    "finding_id" UUID,
    "file_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_ticket_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "ref_no" TEXT NOT NULL,
    "printed_number" TEXT,
    "aspect_id" UUID,
    "remediation_type" "remediation_type",
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "root_cause" TEXT,
    "acceptance_criterion" TEXT,
    "effect" TEXT,
    "state" "finding_state" NOT NULL DEFAULT 'UNCLAIMED',
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "result" "result" NOT NULL DEFAULT 'UNKNOWN',
    "result_text" TEXT,
    "due_on" DATE,
    "due_kind" "due_kind",
    "due_text" TEXT,
    "due_rule" TEXT,
    "continuing_reason" TEXT,
    "continuing_target" TEXT,
    "next_review_on" DATE,
    "leader_post_id" UUID,
    "leader_confirmed_at" TIMESTAMPTZ(3),
    "lead_department_id" UUID,
    "handler_id" UUID,
    "return_reason" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "returned_by_name" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "remark" TEXT,
    "import_id" UUID,
    "import_seq" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_department" (
    "finding_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "finding_department_pkey" PRIMARY KEY ("finding_id","department_id")
);

-- CreateTable
CREATE TABLE "finding_subject" (
    "finding_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "finding_subject_pkey" PRIMARY KEY ("finding_id","person_id")
);

-- CreateTable
CREATE TABLE "finding_point" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" "point_outcome",
    "outcome_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "mode" "import_mode",
    "state" "import_state" NOT NULL DEFAULT 'DRAFT',
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "source_text" TEXT,
    "parsed" JSONB NOT NULL,
    "checked_seqs" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_sum" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "point_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "stated_fen" BIGINT,
    "stated_text" TEXT,
    "stated_rounding_fen" BIGINT,
    "per_head" BOOLEAN NOT NULL DEFAULT false,
    "established_fen" BIGINT,
    "established_basis" TEXT,
    "decided_by" TEXT,
    "disposition" "disposition",
    "disposition_basis" TEXT,
    "span_from" INTEGER,
    "span_to" INTEGER,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "money_sum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery" (
    "id" UUID NOT NULL,
    "sum_id" UUID NOT NULL,
    "evidence_id" UUID,
    "kind" "recovery_kind" NOT NULL,
    "fen" BIGINT NOT NULL,
    "paid_on" DATE,
    "payer" TEXT,
    "components" TEXT,
    "receiver" "receiver",
    "voucher_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_name" TEXT,

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "sum_id" UUID NOT NULL,
    "fen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_name" TEXT,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver_consent" (
    "id" UUID NOT NULL,
    "waiver_id" UUID NOT NULL,
    "who" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "form" "consent_form" NOT NULL,
    "consented_on" DATE,
    "recorder" TEXT,

    CONSTRAINT "waiver_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "department_id" UUID,
    "title" TEXT NOT NULL,
    "leadership" BOOLEAN NOT NULL DEFAULT false,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_holding" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "post_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_department" (
    "post_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "post_department_pkey" PRIMARY KEY ("post_id","department_id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "level" "inspection_level" NOT NULL DEFAULT 'XUNCHA',
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "office_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "type" "inspection_type" NOT NULL DEFAULT 'ROUTINE',
    "team" TEXT,
    "on_site_from" DATE,
    "on_site_to" DATE,
    "feedback_on" DATE,
    "plan_accepted_on" DATE,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "stated_counts" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aspect" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "import_id" UUID,

    CONSTRAINT "aspect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "purpose" "submission_purpose" NOT NULL,
    "outcome" "submission_outcome" NOT NULL DEFAULT 'PENDING',
    "statement" TEXT,
    "reason" TEXT,
    "target" TEXT,
    "next_review_on" DATE,
    "submitted_by_id" UUID NOT NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_by_post" TEXT,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signoff_step" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "signoff_step_kind" NOT NULL,
    "state" "step_state" NOT NULL DEFAULT 'WAITING',
    "skip_reason" TEXT,
    "reached_at" TIMESTAMPTZ(3),
    "signer_id" UUID,
    "signer_name" TEXT,
    "signer_post" TEXT,
    "opinion" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "on_paper" BOOLEAN NOT NULL DEFAULT false,
    "scan_id" UUID,
    "resolution_id" UUID,
    "recorded_by_name" TEXT,

    CONSTRAINT "signoff_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "scan_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_opening" (
    "submission_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_opening_pkey" PRIMARY KEY ("submission_id","account_id")
);

-- CreateTable
CREATE TABLE "instruction" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_post" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_body_id_idx" ON "role_grant"("body_id");

-- CreateIndex
CREATE INDEX "role_grant_department_id_idx" ON "role_grant"("department_id");

-- CreateIndex
CREATE INDEX "role_grant_post_id_idx" ON "role_grant"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_one_admin_key" ON "role_grant"("account_id") WHERE (revoked_at IS NULL AND role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'));

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_body_id_idx" ON "api_token"("body_id");

-- CreateIndex
CREATE INDEX "api_token_created_by_id_idx" ON "api_token"("created_by_id");

-- CreateIndex
CREATE INDEX "action_handler_id_idx" ON "action"("handler_id");

-- CreateIndex
CREATE INDEX "action_department_id_idx" ON "action"("department_id");

-- CreateIndex
CREATE INDEX "action_import_id_idx" ON "action"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_finding_id_ordinal_key" ON "action"("finding_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "action_body_id_id_key" ON "action"("body_id", "id");

-- CreateIndex
CREATE INDEX "progress_update_action_id_at_idx" ON "progress_update"("action_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_body_id_id_idx" ON "audit_event"("body_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_record_type_record_id_id_idx" ON "audit_event"("record_type", "record_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_account_id_id_idx" ON "audit_event"("account_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "body_name_key" ON "body"("name");

-- CreateIndex
CREATE UNIQUE INDEX "body_short_name_key" ON "body"("short_name");

-- CreateIndex
CREATE INDEX "supervision_body_id_idx" ON "supervision"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_body_id_name_key" ON "department"("body_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "department_body_id_id_key" ON "department"("body_id", "id");

-- CreateIndex
CREATE INDEX "evidence_body_id_kind_occurred_on_idx" ON "evidence"("body_id", "kind", "occurred_on");

-- CreateIndex
CREATE INDEX "evidence_import_id_idx" ON "evidence"("import_id");

-- CreateIndex
CREATE INDEX "evidence_on_behalf_of_id_idx" ON "evidence"("on_behalf_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_inspection_id_piece_number_key" ON "evidence"("inspection_id", "piece_number");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_body_id_id_key" ON "evidence"("body_id", "id");

-- CreateIndex
CREATE INDEX "evidence_action_evidence_id_idx" ON "evidence_action"("evidence_id");

-- CreateIndex
CREATE INDEX "attachment_evidence_id_idx" ON "attachment"("evidence_id");

-- CreateIndex
CREATE INDEX "attachment_recovery_id_idx" ON "attachment"("recovery_id");

-- CreateIndex
CREATE INDEX "attachment_consent_id_idx" ON "attachment"("consent_id");

-- CreateIndex
CREATE INDEX "attachment_body_id_idx" ON "attachment"("body_id");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "upload_ticket_account_id_idx" ON "upload_ticket"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_ref_no_key" ON "finding"("ref_no");

-- CreateIndex
CREATE INDEX "finding_body_id_state_idx" ON "finding"("body_id", "state");

-- CreateIndex
CREATE INDEX "finding_leader_post_id_idx" ON "finding"("leader_post_id");

-- CreateIndex
CREATE INDEX "finding_lead_department_id_idx" ON "finding"("lead_department_id");

-- CreateIndex
CREATE INDEX "finding_handler_id_idx" ON "finding"("handler_id");

-- CreateIndex
CREATE INDEX "finding_aspect_id_idx" ON "finding"("aspect_id");

-- CreateIndex
CREATE INDEX "finding_import_id_idx" ON "finding"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_inspection_id_seq_key" ON "finding"("inspection_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "finding_body_id_id_key" ON "finding"("body_id", "id");

-- CreateIndex
CREATE INDEX "finding_department_department_id_idx" ON "finding_department"("department_id");

-- CreateIndex
CREATE INDEX "finding_subject_person_id_idx" ON "finding_subject"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_point_finding_id_ordinal_key" ON "finding_point"("finding_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "finding_point_finding_id_id_key" ON "finding_point"("finding_id", "id");

-- CreateIndex
CREATE INDEX "import_inspection_id_idx" ON "import"("inspection_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_live_file_key" ON "import"("inspection_id", "sha256") WHERE (state <> 'UNDONE');

-- CreateIndex
CREATE INDEX "money_sum_import_id_idx" ON "money_sum"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "money_sum_finding_id_ordinal_key" ON "money_sum"("finding_id", "ordinal");

-- CreateIndex
CREATE INDEX "recovery_sum_id_idx" ON "recovery"("sum_id");

-- CreateIndex
CREATE INDEX "recovery_evidence_id_idx" ON "recovery"("evidence_id");

-- CreateIndex
CREATE INDEX "waiver_sum_id_idx" ON "waiver"("sum_id");

-- CreateIndex
CREATE INDEX "waiver_consent_waiver_id_idx" ON "waiver_consent"("waiver_id");

-- CreateIndex
CREATE INDEX "person_body_id_name_idx" ON "person"("body_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_body_id_id_key" ON "person"("body_id", "id");

-- CreateIndex
CREATE INDEX "post_department_id_idx" ON "post"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_body_id_title_key" ON "post"("body_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "post_body_id_id_key" ON "post"("body_id", "id");

-- CreateIndex
CREATE INDEX "post_holding_post_id_idx" ON "post_holding"("post_id");

-- CreateIndex
CREATE INDEX "post_holding_person_id_idx" ON "post_holding"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_holding_current_key" ON "post_holding"("post_id") WHERE (to_on IS NULL);

-- CreateIndex
CREATE INDEX "post_department_department_id_idx" ON "post_department"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_name_key" ON "round"("name");

-- CreateIndex
CREATE INDEX "round_office_id_idx" ON "round"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_year_number_key" ON "round"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_round_id_body_id_key" ON "inspection"("round_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_body_id_id_key" ON "inspection"("body_id", "id");

-- CreateIndex
CREATE INDEX "aspect_import_id_idx" ON "aspect"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "aspect_inspection_id_title_key" ON "aspect"("inspection_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "aspect_inspection_id_id_key" ON "aspect"("inspection_id", "id");

-- CreateIndex
CREATE INDEX "submission_submitted_by_id_idx" ON "submission"("submitted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_finding_id_cycle_attempt_key" ON "submission"("finding_id", "cycle", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "submission_pending_key" ON "submission"("finding_id") WHERE (outcome = 'PENDING');

-- CreateIndex
CREATE INDEX "signoff_step_signer_id_idx" ON "signoff_step"("signer_id");

-- CreateIndex
CREATE INDEX "signoff_step_scan_id_idx" ON "signoff_step"("scan_id");

-- CreateIndex
CREATE INDEX "signoff_step_resolution_id_idx" ON "signoff_step"("resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "signoff_step_submission_id_ordinal_key" ON "signoff_step"("submission_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "signoff_step_current_key" ON "signoff_step"("submission_id") WHERE (state = 'CURRENT');

-- CreateIndex
CREATE UNIQUE INDEX "signoff_step_signer_key" ON "signoff_step"("submission_id", "signer_id") WHERE (state = 'SIGNED');

-- CreateIndex
CREATE INDEX "resolution_body_id_idx" ON "resolution"("body_id");

-- CreateIndex
CREATE INDEX "resolution_meeting_id_idx" ON "resolution"("meeting_id");

-- CreateIndex
CREATE INDEX "resolution_scan_id_idx" ON "resolution"("scan_id");

-- CreateIndex
CREATE INDEX "submission_opening_account_id_idx" ON "submission_opening"("account_id");

-- CreateIndex
CREATE INDEX "instruction_finding_id_at_idx" ON "instruction"("finding_id", "at");

-- CreateIndex
CREATE INDEX "instruction_by_id_idx" ON "instruction"("by_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_body_id_finding_id_fkey" FOREIGN KEY ("body_id", "finding_id") REFERENCES "finding"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_body_id_department_id_fkey" FOREIGN KEY ("body_id", "department_id") REFERENCES "department"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_body_id_handler_id_fkey" FOREIGN KEY ("body_id", "handler_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_action" ADD CONSTRAINT "evidence_action_body_id_evidence_id_fkey" FOREIGN KEY ("body_id", "evidence_id") REFERENCES "evidence"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_action" ADD CONSTRAINT "evidence_action_body_id_action_id_fkey" FOREIGN KEY ("body_id", "action_id") REFERENCES "action"("body_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_document" ADD CONSTRAINT "policy_document_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "recovery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "waiver_consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_ticket" ADD CONSTRAINT "upload_ticket_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_inspection_id_aspect_id_fkey" FOREIGN KEY ("inspection_id", "aspect_id") REFERENCES "aspect"("inspection_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_body_id_leader_post_id_fkey" FOREIGN KEY ("body_id", "leader_post_id") REFERENCES "post"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_body_id_lead_department_id_fkey" FOREIGN KEY ("body_id", "lead_department_id") REFERENCES "department"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_body_id_handler_id_fkey" FOREIGN KEY ("body_id", "handler_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_department" ADD CONSTRAINT "finding_department_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_department" ADD CONSTRAINT "finding_department_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_subject" ADD CONSTRAINT "finding_subject_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_subject" ADD CONSTRAINT "finding_subject_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_point" ADD CONSTRAINT "finding_point_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_body_id_inspection_id_fkey" FOREIGN KEY ("body_id", "inspection_id") REFERENCES "inspection"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_sum" ADD CONSTRAINT "money_sum_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_sum" ADD CONSTRAINT "money_sum_finding_id_point_id_fkey" FOREIGN KEY ("finding_id", "point_id") REFERENCES "finding_point"("finding_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "money_sum" ADD CONSTRAINT "money_sum_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_sum_id_fkey" FOREIGN KEY ("sum_id") REFERENCES "money_sum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_sum_id_fkey" FOREIGN KEY ("sum_id") REFERENCES "money_sum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver_consent" ADD CONSTRAINT "waiver_consent_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "waiver"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_department" ADD CONSTRAINT "post_department_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_department" ADD CONSTRAINT "post_department_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aspect" ADD CONSTRAINT "aspect_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aspect" ADD CONSTRAINT "aspect_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signoff_step" ADD CONSTRAINT "signoff_step_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_opening" ADD CONSTRAINT "submission_opening_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_opening" ADD CONSTRAINT "submission_opening_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
