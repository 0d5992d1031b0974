-- A function of each followed table keeps its versions, so that PostgreSQL plans the two statements once for a connection and not at
-- every write: a third of what keeping a version cost. Ending goes row by row along the key: one plan for one row and for ten thousand.
CREATE FUNCTION history.keep_by_own_function(followed text, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION history.keep_%1$s() RETURNS trigger LANGUAGE plpgsql AS $keep$
    DECLARE
      w public.%1$I;
    BEGIN
      IF TG_OP IN ('UPDATE', 'DELETE') THEN
        FOR w IN SELECT * FROM was LOOP
          UPDATE history.%1$I h SET valid_to = now() WHERE %2$s AND h.valid_to = 'infinity';
        END LOOP;
      END IF;
      IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO history.%1$I SELECT now(), 'infinity', n.* FROM becomes n;
      END IF;
      RETURN NULL;
    END $keep$ $f$, followed, key);
  EXECUTE format('CREATE OR REPLACE TRIGGER kept_new AFTER INSERT ON public.%1$I REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION history.keep_%1$s()', followed);
  EXECUTE format('CREATE OR REPLACE TRIGGER kept_changed AFTER UPDATE ON public.%1$I REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION history.keep_%1$s()', followed);
  EXECUTE format('CREATE OR REPLACE TRIGGER kept_removed AFTER DELETE ON public.%1$I REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION history.keep_%1$s()', followed);
END $$;

-- As before (the migration `history` says what it does), with the function of the table's own.
CREATE OR REPLACE FUNCTION history.follow(followed text) RETURNS void LANGUAGE plpgsql AS $$
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

  PERFORM history.keep_by_own_function(followed, key);
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_attribute WHERE attrelid = source AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('CREATE OR REPLACE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I WHERE valid_from < as_of.instant() AND valid_to >= as_of.instant()', followed, columns);
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'history'::regnamespace AND c.relkind = 'r' AND c.relname <> 'beginning' ORDER BY c.relname
  LOOP
    PERFORM history.follow(name);
  END LOOP;
END $$;

DROP FUNCTION history.keep();
