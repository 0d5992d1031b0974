-- What has no history is read as it is now under the same name. A view keeps the columns that its table had when it was made, so that
-- every migration that adds a table without history, or a column to one, ends with this.
CREATE FUNCTION history.see_through() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND to_regclass(format('history.%I', c.relname)) IS NULL AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname
  LOOP
    EXECUTE format('CREATE OR REPLACE VIEW as_of.%1$I AS SELECT * FROM public.%1$I', name);
  END LOOP;
END $$;

SELECT history.see_through();
