-- The inspection office signs after the secretary where a round says so.
ALTER TYPE "signoff_step_kind" ADD VALUE 'OFFICE' BEFORE 'RESOLUTION';
