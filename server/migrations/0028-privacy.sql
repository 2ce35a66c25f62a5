-- Whether people may see their own progress is a part of what a workshop decides about their data: where it was on, mode `own` holds from the
-- same day for the same reason; where it was off, the default holds.
INSERT OR IGNORE INTO settings (key, value)
SELECT 'privacy', json_object(
  'mode', 'own',
  'since', strftime('%Y-%m-%d', json_extract(value, '$.since') / 1000, 'unixepoch'),
  'reason', json_extract(value, '$.reason'),
  'consultation', NULL,
  'supervisorId', NULL,
  'stationFigures', json('true'),
  'myDay', json('false'),
  'retention', json_object('samplesDays', 90, 'assignmentsDays', 30, 'aggregatesYears', 5)
)
FROM settings WHERE key = 'own-progress' AND json_extract(value, '$.enabled');

DELETE FROM settings WHERE key = 'own-progress';
