/**
 * SQL for the body of an act `a` as it holds now: what was declared, with what the latest correction says instead ([JO1]). The
 * act itself stays as it is on record.
 */
export const BODY_NOW = `coalesce((
  SELECT json_patch(a.body, json_extract(m.body, '$.to')) FROM acts m
  WHERE m.about = a.key AND m.kind = 'amend' AND m.state = 'accepted'
    AND NOT EXISTS (SELECT 1 FROM acts v WHERE v.about = m.key AND v.kind = 'undo' AND v.state = 'accepted')
  ORDER BY m.n DESC LIMIT 1), a.body)`;
