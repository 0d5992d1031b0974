-- What the ledger showed on a day of the past (docs/decisions/0023-history.md). Every row of a followed table has its versions
-- in the schema `history`, written by triggers; the views of the schema `as_of` show the rows as they were at the instant that
-- a transaction names in `closeout.as_of`. So one and the same statement answers for today and for any day since.
CREATE SCHEMA history;
CREATE SCHEMA as_of;

-- Since when versions are kept; nothing is known of the time before.
CREATE TABLE history.beginning (at timestamptz NOT NULL DEFAULT now());
INSERT INTO history.beginning DEFAULT VALUES;

-- The instant that the transaction asks for, itself not included: the end of a day is the beginning of the next.
CREATE FUNCTION as_of.instant() RETURNS timestamptz STABLE LANGUAGE sql AS $$ SELECT current_setting('closeout.as_of')::timestamptz $$;

-- Ends the versions of changed and removed rows, begins those of changed and new ones. The first argument is the condition on
-- the primary key.
CREATE FUNCTION history.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    EXECUTE format('UPDATE history.%I h SET valid_to = now() FROM was w WHERE %s AND h.valid_to = ''infinity''', TG_TABLE_NAME, TG_ARGV[0]);
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    EXECUTE format('INSERT INTO history.%I SELECT now(), ''infinity'', n.* FROM becomes n', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

-- A version that has ended is never touched again, and none is removed.
CREATE FUNCTION history.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history only grows' USING ERRCODE = 'restrict_violation';
END $$;

-- Keeps the versions of a table from now on, or goes on doing so after its columns changed: to be called at the end of every
-- migration that adds a table or a column. Added columns are given to past versions with their default.
CREATE FUNCTION history.follow(followed text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  source regclass := format('public.%I', followed)::regclass;
  key text;
  columns text;
  one record;
BEGIN
  SELECT string_agg(format('h.%1$I = w.%1$I', a.attname), ' AND ') INTO key
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = source AND i.indisprimary;
  IF key IS NULL THEN RAISE EXCEPTION 'the table % has no primary key', followed; END IF;

  IF to_regclass(format('history.%I', followed)) IS NULL THEN
    EXECUTE format('CREATE TABLE history.%1$I AS SELECT now() AS valid_from, ''infinity''::timestamptz AS valid_to, t.* FROM public.%1$I t', followed);
    FOR one IN SELECT pg_get_indexdef(i.indexrelid) AS text FROM pg_index i WHERE i.indrelid = source LOOP
      EXECUTE regexp_replace(regexp_replace(one.text, '^CREATE (UNIQUE )?INDEX .* ON public\.', 'CREATE INDEX ON history.'), ' NULLS NOT DISTINCT', '');
    END LOOP;
    EXECUTE format('CREATE TRIGGER kept_new AFTER INSERT ON public.%I REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION history.keep(%L)', followed, key);
    EXECUTE format('CREATE TRIGGER kept_changed AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION history.keep(%L)', followed, key);
    EXECUTE format('CREATE TRIGGER kept_removed AFTER DELETE ON public.%I REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION history.keep(%L)', followed, key);
    EXECUTE format('CREATE TRIGGER ended_stays BEFORE UPDATE ON history.%I FOR EACH ROW WHEN (OLD.valid_to <> ''infinity'') EXECUTE FUNCTION history.refuse()', followed);
    EXECUTE format('CREATE TRIGGER nothing_goes BEFORE DELETE OR TRUNCATE ON history.%I FOR EACH STATEMENT EXECUTE FUNCTION history.refuse()', followed);
  ELSE
    FOR one IN
      SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, pg_get_expr(d.adbin, d.adrelid) AS usual
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = source AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT EXISTS (SELECT 1 FROM pg_attribute h WHERE h.attrelid = format('history.%I', followed)::regclass AND h.attname = a.attname)
      ORDER BY a.attnum
    LOOP
      EXECUTE format('ALTER TABLE history.%I ADD COLUMN %I %s%s', followed, one.attname, one.type, coalesce(' DEFAULT ' || one.usual, ''));
      EXECUTE format('ALTER TABLE history.%I ALTER COLUMN %I DROP DEFAULT', followed, one.attname);
      EXECUTE format('UPDATE history.%1$I h SET %2$I = w.%2$I FROM public.%1$I w WHERE %3$s AND h.valid_to = ''infinity''', followed, one.attname, key);
    END LOOP;
  END IF;

  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_attribute WHERE attrelid = source AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I WHERE valid_from < as_of.instant() AND valid_to >= as_of.instant()', followed, columns);
END $$;

-- Not followed: accounts, sessions, tokens, grants and deputies (rights are those of now), stored answers, what only grows and names its own instant (the
-- trail, settings), drafts of imports with whole source texts, and what tells somebody something (openings, warnings).
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('_prisma_migrations', 'account', 'role_grant', 'session', 'api_token', 'setup_link', 'audit_event', 'audit_chain',
        'audit_seal', 'deputation', 'idempotency_key', 'upload_ticket', 'import', 'settings_version', 'submission_opening', 'supervision', 'warning', 'warning_delivery',
        'warning_digest', 'warning_run')
    ORDER BY c.relname
  LOOP
    PERFORM history.follow(name);
  END LOOP;
  -- Read through the same names where a statement or the Prisma client of the past joins them.
  FOR name IN
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND to_regclass(format('as_of.%I', c.relname)) IS NULL AND c.relname <> '_prisma_migrations'
  LOOP
    EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT * FROM public.%1$I', name);
  END LOOP;
END $$;
