-- The feed of changes (docs/decisions/0017-changes-feed.md): triggers note each change of a mirrored record, the statement of
-- `changes(after:)` reads it. What a row names is a record, never its content: that is read when it is asked for.
CREATE SCHEMA feed;

CREATE TABLE feed.change (
  -- The transaction, and the order within it. Served once every transaction up to this one has ended, so that none is passed over.
  xid       xid8        NOT NULL DEFAULT pg_current_xact_id(),
  n         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  type      text        NOT NULL,
  record_id uuid        NOT NULL,
  body_id   uuid        NOT NULL,
  -- It is there only for who may read restricted evidence.
  hidden    boolean     NOT NULL DEFAULT false,
  -- The record was removed.
  gone      boolean     NOT NULL DEFAULT false,
  -- Who hears of it without seeing the record: 0 nobody, 1 who may read restricted evidence, 2 everybody in the body.
  told      smallint    NOT NULL DEFAULT 0,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (body_id, xid, n)
);
CREATE INDEX change_record ON feed.change (record_id, xid, n);

-- The last tombstone of each body that was forgotten: who knows less has to read everything again.
CREATE TABLE feed.horizon (body_id uuid PRIMARY KEY, xid xid8 NOT NULL, n bigint NOT NULL);

-- Each start of the server, with the newest change there was. A cursor knows the run it was given in; one that has seen more
-- than there was at the beginning of the run after is of a past that a restored backup does not have.
CREATE TABLE feed.run (
  no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id     uuid   NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  -- The server, the database and the table: transaction numbers mean nothing elsewhere.
  origin text   NOT NULL,
  top    xid8   NOT NULL,
  at     timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION feed.origin() RETURNS text STABLE LANGUAGE sql AS $$
  SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()), (SELECT oid FROM pg_database WHERE datname = current_database()), 'feed.change'::regclass::oid)
$$;

-- To be called when the server starts. Nobody writes a change meanwhile, so `top` is the newest there is.
CREATE FUNCTION feed.begin_run() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last feed.run;
BEGIN
  LOCK TABLE feed.change IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO last FROM feed.run ORDER BY no DESC LIMIT 1;
  IF last.origin IS DISTINCT FROM feed.origin() THEN
    -- Brought here from elsewhere: everything counts as changed just now, and no cursor as known.
    DELETE FROM feed.change WHERE gone;
    UPDATE feed.change SET xid = pg_current_xact_id(), told = 0;
    DELETE FROM feed.horizon;
    DELETE FROM feed.run;
    last.top := '0';
  END IF;
  INSERT INTO feed.run (origin, top)
  SELECT feed.origin(), t.xid FROM (SELECT xid FROM feed.change UNION ALL SELECT xid FROM feed.horizon UNION ALL SELECT last.top) t ORDER BY t.xid DESC LIMIT 1;
END $$;

-- The present run, or the refusal of a cursor from which a mirror can no longer be continued.
CREATE FUNCTION feed.standing(known uuid, seen xid8, seen_n bigint, bodies uuid[]) RETURNS uuid STABLE LANGUAGE plpgsql AS $$
DECLARE
  run_no bigint;
BEGIN
  IF known IS NOT NULL THEN
    SELECT no INTO run_no FROM feed.run WHERE id = known;
    IF run_no IS NULL
      OR seen > (SELECT top FROM feed.run WHERE no > run_no ORDER BY no LIMIT 1)
      OR EXISTS (SELECT 1 FROM feed.horizon h WHERE h.body_id = ANY (bodies) AND (seen, seen_n) < (h.xid, h.n))
    THEN
      RAISE EXCEPTION 'the cursor has expired' USING ERRCODE = 'CX410';
    END IF;
  END IF;
  RETURN (SELECT id FROM feed.run ORDER BY no DESC LIMIT 1);
END $$;

-- Keeps the newest row of each record, and tombstones until `before`. Only what every reader may see already counts as newer.
CREATE FUNCTION feed.compact(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  ended CONSTANT xid8 := pg_snapshot_xmin(pg_current_snapshot());
  removed bigint;
  more bigint;
BEGIN
  INSERT INTO feed.horizon AS h (body_id, xid, n)
  SELECT DISTINCT ON (c.body_id) c.body_id, c.xid, c.n FROM feed.change c
  WHERE (c.gone OR c.told > 0) AND c.at < before AND c.xid < ended ORDER BY c.body_id, c.xid DESC, c.n DESC
  ON CONFLICT (body_id) DO UPDATE SET xid = excluded.xid, n = excluded.n WHERE (h.xid, h.n) < (excluded.xid, excluded.n);
  UPDATE feed.change SET told = 0 WHERE told > 0 AND NOT gone AND at < before AND xid < ended;
  DELETE FROM feed.change c WHERE EXISTS (
    SELECT 1 FROM feed.change l WHERE l.record_id = c.record_id AND (l.xid, l.n) > (c.xid, c.n) AND l.told >= c.told AND l.xid < ended);
  GET DIAGNOSTICS removed = ROW_COUNT;
  DELETE FROM feed.change WHERE gone AND at < before AND xid < ended;
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN removed + more;
END $$;

-- A record that comes to a finding or a piece, and a change of who sees that, do not pass each other by: the second waits for the
-- first and sees it. The ledger's operations hold the finding already. Findings before pieces, each in order, as they do.
CREATE FUNCTION feed.hold(findings uuid[], evidence uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF findings <> '{}' THEN PERFORM 1 FROM finding f WHERE f.id = ANY (findings) ORDER BY f.id FOR NO KEY UPDATE; END IF;
  IF evidence <> '{}' THEN PERFORM 1 FROM evidence e WHERE e.id = ANY (evidence) ORDER BY e.id FOR NO KEY UPDATE; END IF;
END $$;

-- Notes the changes of a table's rows. `body` and `hidden` are expressions over the row r, `finding` is the one it is seen with; a
-- removed record keeps those it had, since what it hung on may be gone before it.
CREATE FUNCTION feed.follow(followed text, type text, body text, finding text DEFAULT NULL, hidden text DEFAULT 'false', noted text DEFAULT 'true') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION feed.note_%1$s() RETURNS trigger LANGUAGE plpgsql AS $note$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        INSERT INTO feed.change (type, record_id, body_id, hidden, gone, told)
        SELECT %2$L, r.id, l.body_id, l.hidden, true, CASE WHEN l.hidden THEN 1 ELSE 2 END
        FROM was r CROSS JOIN LATERAL (SELECT c.body_id, c.hidden FROM feed.change c WHERE c.record_id = r.id ORDER BY c.xid DESC, c.n DESC LIMIT 1) l;
      ELSE
        %6$s
        INSERT INTO feed.change (type, record_id, body_id, hidden) SELECT %2$L, r.id, %3$s, %4$s FROM becomes r WHERE %5$s;
      END IF;
      RETURN NULL;
    END $note$ $f$, followed, type, body, hidden, noted,
    CASE WHEN finding IS NOT NULL THEN format('IF TG_OP = ''INSERT'' THEN PERFORM feed.hold(ARRAY(SELECT DISTINCT %s FROM becomes r), ''{}''); END IF;', finding) END);
  EXECUTE format('INSERT INTO feed.change (type, record_id, body_id, hidden) SELECT %2$L, r.id, %3$s, %4$s FROM public.%1$I r WHERE %5$s', followed, type, body, hidden, noted);
  PERFORM feed.triggers(followed, 'fed', 'note_' || followed, true);
END $$;

-- A row of this table is part of another record, which changes with it.
CREATE FUNCTION feed.part(followed text, type text, owner text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION feed.note_%1$s() RETURNS trigger LANGUAGE plpgsql AS $note$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        PERFORM feed.again(%2$L, ARRAY(SELECT DISTINCT r.%3$I FROM was r));
      ELSE
        PERFORM feed.again(%2$L, ARRAY(SELECT DISTINCT r.%3$I FROM becomes r));
      END IF;
      RETURN NULL;
    END $note$ $f$, followed, type, owner);
  PERFORM feed.triggers(followed, 'fed', 'note_' || followed, true);
END $$;

-- Notes that records changed which are noted already, in so far as they are still there.
CREATE FUNCTION feed.again(type text, ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO feed.change (type, record_id, body_id, hidden)
  SELECT type, o.id, l.body_id, l.hidden FROM unnest(ids) o(id)
  CROSS JOIN LATERAL (SELECT c.body_id, c.hidden, c.gone FROM feed.change c WHERE c.record_id = o.id ORDER BY c.xid DESC, c.n DESC LIMIT 1) l
  WHERE NOT l.gone
$$;

CREATE FUNCTION feed.triggers(followed text, prefix text, called text, changes boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %2$s_new AFTER INSERT ON public.%1$I REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.%3$I()', followed, prefix, called);
  EXECUTE format('CREATE TRIGGER %2$s_removed AFTER DELETE ON public.%1$I REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION feed.%3$I()', followed, prefix, called);
  IF changes THEN
    EXECUTE format('CREATE TRIGGER %2$s_changed AFTER UPDATE ON public.%1$I REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.%3$I()', followed, prefix, called);
  END IF;
END $$;

-- Scalar subqueries, so that a plan remembered from a large import still goes by the key for a single row.
DO $$
DECLARE
  by_finding CONSTANT text := '(SELECT f.body_id FROM finding f WHERE f.id = r.finding_id)';
  by_sum CONSTANT text := '(SELECT f.body_id FROM money_sum s JOIN finding f ON f.id = s.finding_id WHERE s.id = r.sum_id)';
  of_sum CONSTANT text := '(SELECT s.finding_id FROM money_sum s WHERE s.id = r.sum_id)';
  by_inspection CONSTANT text := '(SELECT i.body_id FROM inspection i WHERE i.id = r.inspection_id)';
BEGIN
  PERFORM feed.follow('inspection', 'INSPECTION', 'r.body_id');
  PERFORM feed.follow('aspect', 'ASPECT', by_inspection);
  PERFORM feed.follow('recommendation', 'RECOMMENDATION', 'r.body_id');
  PERFORM feed.follow('effect_assessment', 'EFFECT_ASSESSMENT', 'r.body_id');
  PERFORM feed.follow('finding', 'FINDING', 'r.body_id');
  PERFORM feed.follow('finding_point', 'FINDING_POINT', by_finding, 'r.finding_id');
  PERFORM feed.follow('action', 'ACTION', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('progress_update', 'PROGRESS_UPDATE', '(SELECT a.body_id FROM action a WHERE a.id = r.action_id)', '(SELECT a.finding_id FROM action a WHERE a.id = r.action_id)');
  PERFORM feed.follow('evidence', 'EVIDENCE', 'r.body_id', NULL, 'r.restricted');
  -- Files of notices and papers go with those, which no mirror has.
  PERFORM feed.follow('attachment', 'ATTACHMENT', 'r.body_id', NULL, 'coalesce((SELECT e.restricted FROM evidence e WHERE e.id = r.evidence_id), false)', 'r.notice_reply_id IS NULL AND r.paper_id IS NULL');
  PERFORM feed.follow('money_sum', 'MONEY_SUM', by_finding, 'r.finding_id');
  PERFORM feed.follow('recovery', 'RECOVERY', by_sum, of_sum);
  PERFORM feed.follow('waiver', 'WAIVER', by_sum, of_sum);
  PERFORM feed.follow('waiver_consent', 'WAIVER_CONSENT', '(SELECT f.body_id FROM waiver w JOIN money_sum s ON s.id = w.sum_id JOIN finding f ON f.id = s.finding_id WHERE w.id = r.waiver_id)', '(SELECT s.finding_id FROM waiver w JOIN money_sum s ON s.id = w.sum_id WHERE w.id = r.waiver_id)');
  PERFORM feed.follow('submission', 'SUBMISSION', by_finding, 'r.finding_id');
  PERFORM feed.follow('signoff_step', 'SIGNOFF_STEP', '(SELECT f.body_id FROM submission s JOIN finding f ON f.id = s.finding_id WHERE s.id = r.submission_id)', '(SELECT s.finding_id FROM submission s WHERE s.id = r.submission_id)');
  PERFORM feed.follow('submission_review', 'SUBMISSION_REVIEW', '(SELECT f.body_id FROM submission s JOIN finding f ON f.id = s.finding_id WHERE s.id = r.submission_id)', '(SELECT s.finding_id FROM submission s WHERE s.id = r.submission_id)');
  PERFORM feed.follow('resolution', 'RESOLUTION', 'r.body_id');
  PERFORM feed.follow('instruction', 'INSTRUCTION', by_finding, 'r.finding_id');
  PERFORM feed.follow('extension', 'EXTENSION', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('indicator', 'INDICATOR', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('indicator_reading', 'INDICATOR_READING', '(SELECT i.body_id FROM indicator i WHERE i.id = r.indicator_id)', '(SELECT i.finding_id FROM indicator i WHERE i.id = r.indicator_id)');
  PERFORM feed.follow('external_party', 'EXTERNAL_PARTY', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('effect_version', 'EFFECT_VERSION', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('finding_repeat', 'FINDING_REPEAT', 'r.body_id', 'r.finding_id');
  PERFORM feed.follow('supervisory_opinion', 'SUPERVISORY_OPINION', by_finding, 'r.finding_id');
  PERFORM feed.follow('recheck_draw', 'RECHECK_DRAW', 'r.body_id');
  PERFORM feed.follow('recheck', 'RECHECK', 'r.body_id');
  PERFORM feed.part('finding_department', 'FINDING', 'finding_id');
  PERFORM feed.part('finding_subject', 'FINDING', 'finding_id');
  PERFORM feed.part('evidence_action', 'EVIDENCE', 'evidence_id');
  PERFORM feed.part('meeting', 'EVIDENCE', 'evidence_id');
  PERFORM feed.part('policy_document', 'EVIDENCE', 'evidence_id');
  PERFORM feed.part('talk', 'EVIDENCE', 'evidence_id');
  PERFORM feed.part('assessment_item', 'EFFECT_ASSESSMENT', 'assessment_id');
  PERFORM feed.part('prescribed_step', 'INSPECTION', 'inspection_id');
  PERFORM feed.part('referral_count', 'INSPECTION', 'inspection_id');
END $$;

-- Sight: where what decides who sees a record changes, so does everything that is seen with it. What differs is found by EXCEPT: a join
-- of the two states, planned for one row and remembered, would compare each of thousands with each other.

CREATE FUNCTION feed.evidence_of(evidence uuid[]) RETURNS TABLE (type text, id uuid, body_id uuid, hidden boolean) STABLE LANGUAGE sql AS $$
  SELECT 'EVIDENCE', e.id, e.body_id, e.restricted FROM evidence e WHERE e.id = ANY (evidence)
  UNION ALL SELECT 'ATTACHMENT', t.id, t.body_id, e.restricted FROM attachment t JOIN evidence e ON e.id = t.evidence_id WHERE e.id = ANY (evidence)
$$;

-- A file of a piece is seen with the piece alone.
CREATE FUNCTION feed.within(findings uuid[]) RETURNS TABLE (type text, id uuid, body_id uuid, hidden boolean) STABLE LANGUAGE sql AS $$
  SELECT k.type, k.id, f.body_id, false FROM finding f CROSS JOIN LATERAL (
    SELECT 'FINDING', f.id
    UNION ALL SELECT 'FINDING_POINT', r.id FROM finding_point r WHERE r.finding_id = f.id
    UNION ALL SELECT 'ACTION', r.id FROM action r WHERE r.finding_id = f.id
    UNION ALL SELECT 'PROGRESS_UPDATE', r.id FROM action a JOIN progress_update r ON r.action_id = a.id WHERE a.finding_id = f.id
    UNION ALL SELECT 'ATTACHMENT', r.id FROM attachment r WHERE r.finding_id = f.id AND r.evidence_id IS NULL
    UNION ALL SELECT 'MONEY_SUM', r.id FROM money_sum r WHERE r.finding_id = f.id
    UNION ALL SELECT 'RECOVERY', r.id FROM money_sum s JOIN recovery r ON r.sum_id = s.id WHERE s.finding_id = f.id
    UNION ALL SELECT 'ATTACHMENT', t.id FROM money_sum s JOIN recovery r ON r.sum_id = s.id JOIN attachment t ON t.recovery_id = r.id AND t.evidence_id IS NULL WHERE s.finding_id = f.id
    UNION ALL SELECT 'WAIVER', r.id FROM money_sum s JOIN waiver r ON r.sum_id = s.id WHERE s.finding_id = f.id
    UNION ALL SELECT 'WAIVER_CONSENT', r.id FROM money_sum s JOIN waiver w ON w.sum_id = s.id JOIN waiver_consent r ON r.waiver_id = w.id WHERE s.finding_id = f.id
    UNION ALL SELECT 'ATTACHMENT', t.id FROM money_sum s JOIN waiver w ON w.sum_id = s.id JOIN waiver_consent r ON r.waiver_id = w.id JOIN attachment t ON t.consent_id = r.id AND t.evidence_id IS NULL WHERE s.finding_id = f.id
    UNION ALL SELECT 'SUBMISSION', r.id FROM submission r WHERE r.finding_id = f.id
    UNION ALL SELECT 'SIGNOFF_STEP', r.id FROM submission s JOIN signoff_step r ON r.submission_id = s.id WHERE s.finding_id = f.id
    UNION ALL SELECT 'SUBMISSION_REVIEW', r.id FROM submission s JOIN submission_review r ON r.submission_id = s.id WHERE s.finding_id = f.id
    UNION ALL SELECT 'RESOLUTION', r.resolution_id FROM submission s JOIN signoff_step r ON r.submission_id = s.id WHERE s.finding_id = f.id AND r.resolution_id IS NOT NULL
    UNION ALL SELECT 'INSTRUCTION', r.id FROM instruction r WHERE r.finding_id = f.id
    UNION ALL SELECT 'EXTENSION', r.id FROM extension r WHERE r.finding_id = f.id
    UNION ALL SELECT 'INDICATOR', r.id FROM indicator r WHERE r.finding_id = f.id
    UNION ALL SELECT 'INDICATOR_READING', r.id FROM indicator i JOIN indicator_reading r ON r.indicator_id = i.id WHERE i.finding_id = f.id
    UNION ALL SELECT 'EXTERNAL_PARTY', r.id FROM external_party r WHERE r.finding_id = f.id
    UNION ALL SELECT 'EFFECT_VERSION', r.id FROM effect_version r WHERE r.finding_id = f.id
    UNION ALL SELECT 'FINDING_REPEAT', r.id FROM finding_repeat r WHERE r.finding_id = f.id
    UNION ALL SELECT 'SUPERVISORY_OPINION', r.id FROM supervisory_opinion r WHERE r.finding_id = f.id
  ) k (type, id) WHERE f.id = ANY (findings)
  UNION ALL SELECT e.* FROM feed.evidence_of(ARRAY(SELECT l.evidence_id FROM action a JOIN evidence_action l ON l.action_id = a.id WHERE a.finding_id = ANY (findings))) e
$$;

-- `lost`: somebody may have lost sight of them. Of what only some may read, only those hear.
CREATE FUNCTION feed.resight(findings uuid[], lost boolean) RETURNS void LANGUAGE sql AS $$
  SELECT feed.hold(findings, '{}');
  INSERT INTO feed.change (type, record_id, body_id, hidden, told)
  SELECT w.type, w.id, w.body_id, w.hidden, CASE WHEN NOT lost THEN 0 WHEN w.hidden THEN 1 ELSE 2 END FROM feed.within(findings) w
$$;

CREATE FUNCTION feed.resight_evidence(evidence uuid[], lost boolean) RETURNS void LANGUAGE sql AS $$
  SELECT feed.hold('{}', evidence);
  INSERT INTO feed.change (type, record_id, body_id, hidden, told)
  SELECT w.type, w.id, w.body_id, w.hidden, CASE WHEN NOT lost THEN 0 WHEN w.hidden THEN 1 ELSE 2 END FROM feed.evidence_of(evidence) w
$$;

CREATE FUNCTION feed.sight_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[];
BEGIN
  moved := ARRAY(SELECT x.id FROM (
    SELECT id, body_id, lead_department_id, leader_post_id, handler_id FROM was
    EXCEPT SELECT id, body_id, lead_department_id, leader_post_id, handler_id FROM becomes) x);
  IF moved <> '{}' THEN PERFORM feed.resight(moved, true); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fed_sight AFTER UPDATE ON finding REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.sight_finding();

CREATE FUNCTION feed.sight_finding_department() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM feed.resight(ARRAY(SELECT DISTINCT r.finding_id FROM becomes r), false);
  ELSE
    PERFORM feed.resight(ARRAY(SELECT DISTINCT r.finding_id FROM was r), true);
  END IF;
  RETURN NULL;
END $$;
SELECT feed.triggers('finding_department', 'fed_sight', 'sight_finding_department', false);

CREATE FUNCTION feed.sight_action() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    moved := ARRAY(SELECT DISTINCT b.finding_id FROM becomes b WHERE b.handler_id IS NOT NULL);
  ELSIF TG_OP = 'DELETE' THEN
    moved := ARRAY(SELECT DISTINCT w.finding_id FROM was w WHERE w.handler_id IS NOT NULL);
  ELSE
    moved := ARRAY(SELECT DISTINCT x.finding_id FROM (SELECT id, finding_id, handler_id FROM was EXCEPT SELECT id, finding_id, handler_id FROM becomes) x);
  END IF;
  IF moved <> '{}' THEN PERFORM feed.resight(moved, TG_OP <> 'INSERT'); END IF;
  RETURN NULL;
END $$;
SELECT feed.triggers('action', 'fed_sight', 'sight_action', true);

CREATE FUNCTION feed.sight_evidence_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM feed.hold(ARRAY(SELECT DISTINCT a.finding_id FROM becomes r JOIN action a ON a.id = r.action_id), '{}');
    PERFORM feed.resight_evidence(ARRAY(SELECT DISTINCT r.evidence_id FROM becomes r), false);
  ELSE
    PERFORM feed.resight_evidence(ARRAY(SELECT DISTINCT r.evidence_id FROM was r), true);
  END IF;
  RETURN NULL;
END $$;
SELECT feed.triggers('evidence_action', 'fed_sight', 'sight_evidence_action', false);

-- A piece that becomes restricted was seen by everybody until now: they all hear of it, once. One that is no longer restricted may
-- have been seen by somebody who handles an action of another department's finding.
CREATE FUNCTION feed.sight_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed uuid[];
  opened uuid[];
BEGIN
  closed := ARRAY(SELECT id FROM becomes WHERE restricted EXCEPT SELECT id FROM was WHERE restricted);
  opened := ARRAY(SELECT id FROM was WHERE restricted EXCEPT SELECT id FROM becomes WHERE restricted);
  IF closed <> '{}' THEN
    INSERT INTO feed.change (type, record_id, body_id, hidden, told) SELECT e.type, e.id, e.body_id, false, 2 FROM feed.evidence_of(closed) e;
  END IF;
  IF opened <> '{}' THEN
    INSERT INTO feed.change (type, record_id, body_id, hidden, told) SELECT e.type, e.id, e.body_id, false, 1 FROM feed.evidence_of(opened) e;
  END IF;
  IF closed <> '{}' THEN PERFORM feed.resight_evidence(closed, false); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fed_sight AFTER UPDATE ON evidence REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.sight_evidence();

-- A file comes to its piece, payment, consent or finding, and is seen with all findings that those belong to.
CREATE FUNCTION feed.sight_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM feed.hold(ARRAY(
    SELECT r.finding_id FROM becomes r WHERE r.finding_id IS NOT NULL
    UNION SELECT a.finding_id FROM becomes r JOIN evidence_action l ON l.evidence_id = r.evidence_id JOIN action a ON a.id = l.action_id
    UNION SELECT s.finding_id FROM becomes r JOIN recovery p ON p.id = r.recovery_id JOIN money_sum s ON s.id = p.sum_id
    UNION SELECT s.finding_id FROM becomes r JOIN waiver_consent n ON n.id = r.consent_id JOIN waiver w ON w.id = n.waiver_id JOIN money_sum s ON s.id = w.sum_id
  ), ARRAY(SELECT DISTINCT r.evidence_id FROM becomes r WHERE r.evidence_id IS NOT NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER fed_held AFTER INSERT ON attachment REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.sight_attachment();

-- A resolution is seen with the findings whose steps it signed.
CREATE FUNCTION feed.sight_signoff_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    PERFORM feed.hold(ARRAY(SELECT DISTINCT s.finding_id FROM becomes b JOIN submission s ON s.id = b.submission_id WHERE b.resolution_id IS NOT NULL), '{}');
    PERFORM feed.again('RESOLUTION', ARRAY(SELECT DISTINCT b.resolution_id FROM becomes b WHERE b.resolution_id IS NOT NULL));
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    INSERT INTO feed.change (type, record_id, body_id, told)
    SELECT 'RESOLUTION', s.id, s.body_id, 2 FROM resolution s WHERE s.id IN (SELECT w.resolution_id FROM was w);
  END IF;
  RETURN NULL;
END $$;
SELECT feed.triggers('signoff_step', 'fed_sight', 'sight_signoff_step', true);

CREATE FUNCTION feed.sight_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO feed.change (type, record_id, body_id, told)
  SELECT 'RECOMMENDATION', x.id, x.body_id, 2 FROM (SELECT id, body_id, post_id FROM was EXCEPT SELECT id, body_id, post_id FROM becomes) x;
  RETURN NULL;
END $$;
CREATE TRIGGER fed_sight AFTER UPDATE ON recommendation REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION feed.sight_recommendation();

SELECT feed.begin_run();
