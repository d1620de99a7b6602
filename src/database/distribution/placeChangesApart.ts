/**
 * `place_changes` as it was made with the feed, but for its last statement: the reports lie on several machines, and
 * each statement changes one.
 */
export const placeChangesApart = `
  CREATE OR REPLACE FUNCTION place_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    latest change;
    moment timestamptz(3);
    changed record;
  BEGIN
    IF NOT EXISTS (SELECT FROM change WHERE id = NEW.id AND position IS NULL) THEN
      RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(5141970426177);
    SELECT * INTO latest FROM change WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1;
    moment := greatest(clock_timestamp()::timestamptz(3), latest.at + interval '1 millisecond');
    UPDATE change SET position = coalesce(latest.position, 0) + placed.rank, at = moment
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS rank FROM change WHERE position IS NULL) AS placed
    WHERE change.id = placed.id;
    FOR changed IN SELECT DISTINCT agency_id, report_id FROM change
      WHERE position > coalesce(latest.position, 0) AND report_id IS NOT NULL ORDER BY agency_id LOOP
      UPDATE report SET changed_at = moment WHERE agency_id = changed.agency_id AND id = changed.report_id;
    END LOOP;
    RETURN NULL;
  END $$`;
