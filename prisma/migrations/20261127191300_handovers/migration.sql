-- CreateEnum
CREATE TYPE "handover_state" AS ENUM ('OPEN', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "handover_item_kind" AS ENUM ('LED', 'DEPARTMENT', 'TO_SIGN', 'HANDLED', 'ACTION');

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "outgoing_id" UUID NOT NULL,
    "incoming_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "handover_state" NOT NULL DEFAULT 'OPEN',
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outgoing_seen" TEXT,
    "outgoing_ack_by_name" TEXT,
    "outgoing_ack_at" TIMESTAMPTZ(3),
    "in_place_reason" TEXT,
    "incoming_seen" TEXT,
    "incoming_ack_at" TIMESTAMPTZ(3),
    "ended_by_name" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "kind" "handover_item_kind" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "finding_id" UUID,
    "action_id" UUID,
    "department_id" UUID,
    "label" TEXT NOT NULL,
    "due_on" DATE,

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handover_body_id_idx" ON "handover"("body_id");

-- CreateIndex
CREATE INDEX "handover_outgoing_id_idx" ON "handover"("outgoing_id");

-- CreateIndex
CREATE INDEX "handover_incoming_id_idx" ON "handover"("incoming_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_open_key" ON "handover"("post_id") WHERE (state = 'OPEN');

-- CreateIndex
CREATE INDEX "handover_item_handover_id_idx" ON "handover_item"("handover_id");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_body_id_post_id_fkey" FOREIGN KEY ("body_id", "post_id") REFERENCES "post"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_body_id_outgoing_id_fkey" FOREIGN KEY ("body_id", "outgoing_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_body_id_incoming_id_fkey" FOREIGN KEY ("body_id", "incoming_id") REFERENCES "person"("body_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two people, or it is no handover.
ALTER TABLE "handover" ADD CONSTRAINT "handover_two_people" CHECK ("outgoing_id" <> "incoming_id");

SELECT history.follow('handover'), history.follow('handover_item');
