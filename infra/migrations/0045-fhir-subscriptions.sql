-- Up Migration

-- FHIR Subscriptions of partners: endpoints of another kind, over the same line of deliveries.

ALTER TABLE partner.endpoint DROP CONSTRAINT endpoint_kind_check;
ALTER TABLE partner.endpoint ADD CONSTRAINT endpoint_kind_check CHECK (kind IN ('webhook', 'subscription'));
ALTER TABLE partner.endpoint
  -- What a Subscription asks for: topic, content, heartbeat. Nothing of a patient.
  ADD COLUMN settings jsonb,
  -- Header fields that the receiver asks for, sealed as the secrets are.
  ADD COLUMN headers bytea,
  ADD COLUMN ends_at timestamptz,
  -- Events put in line since it began.
  ADD COLUMN events bigint NOT NULL DEFAULT 0,
  ADD CHECK ((kind = 'subscription') = (settings IS NOT NULL AND headers IS NOT NULL));
CREATE INDEX endpoint_subscription ON partner.endpoint (partner_id, created_at) WHERE kind = 'subscription';

ALTER TABLE partner.delivery DROP CONSTRAINT delivery_kind_check;
ALTER TABLE partner.delivery ADD CONSTRAINT delivery_kind_check CHECK (kind IN ('event', 'handshake', 'heartbeat'));
-- Of an event: the how manyth of its endpoint.
ALTER TABLE partner.delivery ADD COLUMN event_number bigint;
CREATE INDEX delivery_number ON partner.delivery (endpoint_id, event_number) WHERE kind = 'event';

-- Down Migration

DROP INDEX partner.delivery_number;
ALTER TABLE partner.delivery DROP COLUMN event_number;
DELETE FROM partner.delivery WHERE endpoint_id IN (SELECT endpoint_id FROM partner.endpoint WHERE kind = 'subscription');
DELETE FROM partner.endpoint WHERE kind = 'subscription';
ALTER TABLE partner.delivery DROP CONSTRAINT delivery_kind_check;
ALTER TABLE partner.delivery ADD CONSTRAINT delivery_kind_check CHECK (kind IN ('event', 'handshake'));
ALTER TABLE partner.endpoint DROP COLUMN settings, DROP COLUMN headers, DROP COLUMN ends_at, DROP COLUMN events;
ALTER TABLE partner.endpoint DROP CONSTRAINT endpoint_kind_check;
ALTER TABLE partner.endpoint ADD CONSTRAINT endpoint_kind_check CHECK (kind IN ('webhook'));
