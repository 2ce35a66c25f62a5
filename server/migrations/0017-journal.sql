-- What a person changes, by order of arrival: acts that change a figure, and what was changed besides.
CREATE INDEX acts_of_journal ON acts (n)
  WHERE state = 'accepted' AND kind IN ('amend', 'undo', 'settle', 'correction', 'hand-count', 'target', 'stop');

CREATE INDEX facts_of_journal ON facts (n)
  WHERE kind IN ('changed', 'verdict', 'quarantine-released', 'quarantine-dismissed', 'ticket-reprinted', 'ticket-voided');
