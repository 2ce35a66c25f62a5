-- Bundles with pieces in repair, for the list of those to follow.
CREATE INDEX bundle_states_in_repair ON bundle_states (bundle_id) WHERE rework > 0;
