-- Opens the public schema to its reader wherever that role is there already: an account that may not create roles, such as the embedded
-- server's, is given it by the administrator. Called again at every start, so that a database that moved to another server, or whose
-- administrator created the role later, needs nothing else.
CREATE OR REPLACE FUNCTION published.open_to_reader() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  -- Roles are the server's: another database of it may have made this one, even at this moment.
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'closeout_public') THEN
    BEGIN
      CREATE ROLE closeout_public NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'closeout_public', 'MEMBER') THEN
    EXECUTE format('GRANT closeout_public TO %I', current_user);
  END IF;
  GRANT USAGE ON SCHEMA published TO closeout_public;
  GRANT SELECT ON published.publication TO closeout_public;
  RETURN true;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RETURN false;
END $$;
SELECT published.open_to_reader();
