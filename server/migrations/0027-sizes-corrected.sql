-- Folded: bundles of which people said that cutting had declared another number of pieces. What was declared first stays in `bundles`.
CREATE TABLE resized (
  bundle_id INTEGER PRIMARY KEY,
  pieces INTEGER NOT NULL
) STRICT;
