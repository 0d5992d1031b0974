-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "chain" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "content_digest" BYTEA,
ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "prev_hash" BYTEA,
ADD COLUMN     "seq" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "audit_chain" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" BIGSERIAL NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- Parts with tabs between them, escaped as in PostgreSQL's own COPY; \N where there is none: no two rows have the same text.
-- packages/audit writes it alike.
CREATE FUNCTION audit_text(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(coalesce(replace(replace(replace(replace(part, E'\\', E'\\\\'), E'\t', E'\\t'), E'\n', E'\\n'), E'\r', E'\\r'), E'\\N'), E'\t' ORDER BY place), '')
  FROM unnest(parts) WITH ORDINALITY AS p(part, place)
$$;

-- What the database adds to a row of the trail: the post held then, the place in the chain, and the hash over everything.
CREATE FUNCTION audit_event_sealed(event audit_event, next_seq bigint, previous bytea) RETURNS audit_event LANGUAGE plpgsql AS $$
BEGIN
  event.seq := next_seq;
  event.prev_hash := previous;
  event.content_digest := sha256(convert_to(audit_text(event.before::text, event.after::text, event.reason), 'UTF8'));
  event.hash := sha256(convert_to(audit_text(
    event.chain, event.seq::text, encode(event.prev_hash, 'hex'), encode(event.content_digest, 'hex'),
    to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event.account_id::text, event.actor_name, event.actor_post,
    event.verb, event.record_type, event.record_id::text, event.origin, event.success::text), 'UTF8'));
  RETURN event;
END $$;

CREATE FUNCTION audit_event_chained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_chain;
BEGIN
  IF NEW.actor_post IS NULL AND NEW.account_id IS NOT NULL THEN
    SELECT p.title INTO NEW.actor_post FROM account a JOIN post_holding h ON h.person_id = a.person_id AND h.to_on IS NULL
      JOIN post p ON p.id = h.post_id WHERE a.id = NEW.account_id ORDER BY p.ordinal, p.id LIMIT 1;
  END IF;
  NEW.chain := coalesce(NEW.body_id::text, 'installation');
  -- The head's row is the lock: rows of one chain are hung on one after the other, until the end of their transactions.
  INSERT INTO audit_chain (chain, seq, hash) VALUES (NEW.chain, 1, decode(repeat('00', 32), 'hex'))
    ON CONFLICT (chain) DO UPDATE SET seq = audit_chain.seq + 1 RETURNING * INTO head;
  NEW := audit_event_sealed(NEW, head.seq, head.hash);
  UPDATE audit_chain SET hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;

-- Rows that are there already are hung on in the order in which they were written.
ALTER TABLE "audit_event" DISABLE TRIGGER "audit_event_only_grows";
DO $$
DECLARE
  event audit_event;
  head audit_chain;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY id LOOP
    event.chain := coalesce(event.body_id::text, 'installation');
    INSERT INTO audit_chain (chain, seq, hash) VALUES (event.chain, 1, decode(repeat('00', 32), 'hex'))
      ON CONFLICT (chain) DO UPDATE SET seq = audit_chain.seq + 1 RETURNING * INTO head;
    event := audit_event_sealed(event, head.seq, head.hash);
    UPDATE audit_event SET chain = event.chain, seq = event.seq, prev_hash = event.prev_hash, content_digest = event.content_digest, hash = event.hash WHERE id = event.id;
    UPDATE audit_chain SET hash = event.hash WHERE chain = event.chain;
  END LOOP;
END $$;
ALTER TABLE "audit_event" ENABLE TRIGGER "audit_event_only_grows";

ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_hung_on" CHECK ("seq" > 0 AND length("hash") = 32 AND length("prev_hash") = 32 AND length("content_digest") = 32);
CREATE TRIGGER audit_event_chained BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION audit_event_chained();
CREATE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE ON "audit_seal" FOR EACH ROW EXECUTE FUNCTION audit_event_only_grows();
CREATE TRIGGER audit_seal_not_truncated BEFORE TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION audit_event_only_grows();
-- Only a new row of the trail moves a head.
CREATE TRIGGER audit_chain_moved_by_rows BEFORE UPDATE ON "audit_chain" FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_event_only_grows();
CREATE TRIGGER audit_chain_only_grows BEFORE DELETE ON "audit_chain" FOR EACH ROW EXECUTE FUNCTION audit_event_only_grows();
CREATE TRIGGER audit_chain_not_truncated BEFORE TRUNCATE ON "audit_chain" FOR EACH STATEMENT EXECUTE FUNCTION audit_event_only_grows();

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_chain_seq_key" ON "audit_seal"("chain", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_chain_seq_key" ON "audit_event"("chain", "seq");
