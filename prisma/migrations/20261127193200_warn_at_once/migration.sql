-- Who holds an office, whose account is in use, and a round's or inspection's settings decide about warnings, too: a change
-- enqueues the look at the warnings of the body (or of the office's bodies) in its own transaction. One job per body.
CREATE FUNCTION body_to_warn(body uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF body IS NOT NULL AND to_regproc('closeout_jobs.add_job') IS NOT NULL THEN
    EXECUTE 'SELECT closeout_jobs.add_job($1, $2, job_key := $3)'
      USING 'warnBody', json_build_object('bodyId', body), 'warnBody:' || body;
  END IF;
END $$;

CREATE FUNCTION grant_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn(coalesce(NEW.body_id, (SELECT d.body_id FROM "department" d WHERE d.id = NEW.department_id),
    (SELECT p.body_id FROM "post" p WHERE p.id = NEW.post_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER grant_to_warn AFTER INSERT OR UPDATE ON "role_grant" FOR EACH ROW EXECUTE FUNCTION grant_to_warn();

CREATE FUNCTION holding_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn((SELECT p.body_id FROM "post" p WHERE p.id = NEW.post_id));
  RETURN NULL;
END $$;
CREATE TRIGGER holding_to_warn AFTER INSERT OR UPDATE ON "post_holding" FOR EACH ROW EXECUTE FUNCTION holding_to_warn();

-- An account that is used again, or the first one of a person who holds a post.
CREATE FUNCTION account_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn(b.id) FROM (
    SELECT g.body_id AS id FROM "role_grant" g WHERE g.account_id = NEW.id
    UNION SELECT n.body_id FROM "person" n WHERE n.id = NEW.person_id ORDER BY 1) b;
  RETURN NULL;
END $$;
CREATE TRIGGER account_opened_to_warn AFTER INSERT ON "account" FOR EACH ROW EXECUTE FUNCTION account_to_warn();
CREATE TRIGGER account_changed_to_warn AFTER UPDATE ON "account" FOR EACH ROW
  WHEN (OLD.active IS DISTINCT FROM NEW.active) EXECUTE FUNCTION account_to_warn();

CREATE FUNCTION round_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn(i.body_id) FROM (SELECT body_id FROM "inspection" WHERE round_id = NEW.id ORDER BY body_id) i;
  RETURN NULL;
END $$;
CREATE TRIGGER round_to_warn AFTER UPDATE ON "round" FOR EACH ROW
  WHEN ((OLD.settings, OLD.office_id) IS DISTINCT FROM (NEW.settings, NEW.office_id)) EXECUTE FUNCTION round_to_warn();

CREATE FUNCTION inspection_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn(NEW.body_id);
  RETURN NULL;
END $$;
CREATE TRIGGER inspection_to_warn AFTER UPDATE ON "inspection" FOR EACH ROW
  WHEN (OLD.settings IS DISTINCT FROM NEW.settings) EXECUTE FUNCTION inspection_to_warn();
