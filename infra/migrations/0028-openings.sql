-- Up Migration

-- Whose journeys the log holds, also those that no read model knows yet: who may see a person is decided by it.
CREATE INDEX event_opening ON log.event ((data ->> 'patientId')) WHERE type = 'EpisodeOpened';

-- Down Migration

DROP INDEX log.event_opening;
