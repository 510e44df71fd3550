-- Up Migration

-- What the rows of a table look like, in the words of the build that wrote them (libs/read-models/src/shapes.ts).
-- Null = nothing was written yet: whoever writes first says it. '' = as some earlier build wrote them, and to be built
-- again by the projector, which it does where this is not its own.
ALTER TABLE read.coverage ADD shape text COLLATE "C";
GRANT UPDATE (shape) ON read.coverage TO stepway_app;

-- Of an older deployment it is not known which build wrote its rows.
UPDATE read.coverage SET shape = '' WHERE EXISTS (SELECT FROM read.journey);

-- Down Migration

ALTER TABLE read.coverage DROP shape;
