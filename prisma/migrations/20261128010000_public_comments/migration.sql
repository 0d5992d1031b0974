-- CreateEnum
CREATE TYPE "comment_state" AS ENUM ('NEW', 'SHOWN', 'HIDDEN');

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "reply_days" INTEGER NOT NULL DEFAULT 15;

-- CreateTable
CREATE TABLE "publication_comment" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "ticket" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "comment_state" NOT NULL DEFAULT 'NEW',
    "answer" TEXT,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "released_by_name" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_name" TEXT,

    CONSTRAINT "publication_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_clue_day" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "publication_clue_day_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publication_comment_ticket_key" ON "publication_comment"("ticket");

-- CreateIndex
CREATE INDEX "publication_comment_body_id_publication_id_idx" ON "publication_comment"("body_id", "publication_id");

-- CreateIndex
CREATE INDEX "publication_clue_day_body_id_publication_id_idx" ON "publication_clue_day"("body_id", "publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_clue_day_publication_id_day_key" ON "publication_clue_day"("publication_id", "day");

-- AddForeignKey
ALTER TABLE "publication_comment" ADD CONSTRAINT "publication_comment_body_id_publication_id_fkey" FOREIGN KEY ("body_id", "publication_id") REFERENCES "publication"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_clue_day" ADD CONSTRAINT "publication_clue_day_body_id_publication_id_fkey" FOREIGN KEY ("body_id", "publication_id") REFERENCES "publication"("body_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "publication" ADD CONSTRAINT "publication_reply_days" CHECK ("reply_days" BETWEEN 1 AND 60);
ALTER TABLE "publication_comment" ADD CONSTRAINT "publication_comment_answer" CHECK (
  ("answer" IS NULL) = ("answered_at" IS NULL) AND ("released_at" IS NULL OR ("answer" IS NOT NULL AND "state" = 'SHOWN')));
ALTER TABLE "publication_clue_day" ADD CONSTRAINT "publication_clue_day_count" CHECK ("count" > 0);

-- Not followed by history, so that one that is purged is nowhere any more. Read through the same names.
CREATE OR REPLACE VIEW as_of.publication AS SELECT * FROM public.publication;
CREATE VIEW as_of.publication_comment AS SELECT * FROM public.publication_comment;
CREATE VIEW as_of.publication_clue_day AS SELECT * FROM public.publication_clue_day;

-- What of the comments is public: masked, with the answer once it is released. It is there while the text is up.
CREATE TABLE published.comment (
  id uuid PRIMARY KEY,
  slug text NOT NULL REFERENCES published.publication (slug) ON DELETE CASCADE,
  item integer NOT NULL,
  text text NOT NULL,
  received_on date NOT NULL,
  answer text,
  answered_on date,
  CONSTRAINT comment_answer CHECK ((answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX comment_slug_item ON published.comment (slug, item, received_on);

-- A letter slot: what is put in falls through into the body's inbox, nothing stays, nothing is read back, and it is shut unless the
-- item is public at this moment with comments on. Sent twice by the same form, it is kept once.
CREATE TABLE published.comment_slot (
  slug text NOT NULL,
  item integer NOT NULL,
  text text NOT NULL CHECK (btrim(text) <> '' AND length(text) <= 1000),
  ticket uuid NOT NULL,
  received_at timestamptz(3) NOT NULL
);
CREATE FUNCTION published.through_the_slot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF btrim(NEW.text) = '' OR length(NEW.text) > 1000 THEN
    RAISE EXCEPTION 'a comment has 1 to 1000 characters' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO public.publication_comment (id, publication_id, body_id, item, text, ticket, received_at)
    SELECT gen_random_uuid(), p.id, p.body_id, NEW.item, NEW.text, NEW.ticket, NEW.received_at
      FROM published.publication s JOIN public.publication p ON p.slug = s.slug
     WHERE s.slug = NEW.slug AND s.content IS NOT NULL AND s.page_on AND s.comments_on
       AND EXISTS (SELECT 1 FROM jsonb_array_elements(s.content::jsonb->'items') i WHERE (i->>'number')::integer = NEW.item)
    ON CONFLICT (ticket) DO NOTHING;
  IF NOT FOUND AND NOT EXISTS (SELECT 1 FROM public.publication_comment c WHERE c.ticket = NEW.ticket) THEN
    RAISE EXCEPTION 'comments are closed here' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION published.through_the_slot() FROM PUBLIC;
CREATE TRIGGER through_the_slot BEFORE INSERT ON published.comment_slot FOR EACH ROW EXECUTE FUNCTION published.through_the_slot();

-- The two roles of the public. Where the installation's own account may not create roles, its administrator creates them and grants
-- them to it. Called at every start, so that a database that moved to another server needs nothing else.
DROP FUNCTION published.open_to_reader();
CREATE FUNCTION published.open_to_public() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  lesser text;
BEGIN
  FOREACH lesser IN ARRAY ARRAY['closeout_public', 'closeout_commenter'] LOOP
    -- Roles are the server's: another database of it may have made this one, even at this moment.
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = lesser) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', lesser);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF NOT pg_has_role(current_user, lesser, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO %I', lesser, current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA published TO %I', lesser);
  END LOOP;
  GRANT SELECT ON published.publication, published.comment TO closeout_public;
  GRANT INSERT ON published.comment_slot TO closeout_commenter;
  RETURN true;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION published.open_to_public() FROM PUBLIC;
SELECT published.open_to_public();
