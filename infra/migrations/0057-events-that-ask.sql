-- Up Migration

-- Who ever had a proposal, a hold, or a request that a second person decides: few people, and rare events. What waited
-- for a decision at a moment of the past is folded of these only.
CREATE INDEX event_asking ON log.event (episode_id, type)
  WHERE type IN ('TransitionProposed', 'TerminationRequested', 'HoldPlaced');

-- Down Migration

DROP INDEX log.event_asking;
