-- Who stands in for an office is told of its warnings, from the confirmation on (or the daily run of the first day).
CREATE FUNCTION deputation_to_warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM body_to_warn(NEW.body_id);
  RETURN NULL;
END $$;
CREATE TRIGGER deputation_to_warn AFTER UPDATE ON "deputation" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state = 'CONFIRMED') EXECUTE FUNCTION deputation_to_warn();
