-- Programs of others: tokens to read with, and addresses that are told when a record changes (docs/decisions/019).

CREATE TABLE api_token (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  hint text NOT NULL,
  token_hash text NOT NULL,
  scopes text[] NOT NULL,
  unit_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by uuid,
  created_by_name text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  last_used_ip text,
  window_start timestamptz(3),
  window_count integer NOT NULL DEFAULT 0,
  revoked_at timestamptz(3),
  revoked_by_name text,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX api_token_token_hash_key ON api_token (token_hash);
CREATE INDEX api_token_unit_id_idx ON api_token (unit_id);

CREATE TABLE webhook_endpoint (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  url text NOT NULL,
  secret_sealed bytea NOT NULL,
  old_secret_sealed bytea,
  old_secret_until timestamptz(3),
  unit_id uuid NOT NULL,
  events text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by uuid,
  created_by_name text NOT NULL,
  paused_at timestamptz(3),
  rest_until timestamptz(3),
  removed_at timestamptz(3),
  CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_endpoint_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX webhook_endpoint_unit_id_idx ON webhook_endpoint (unit_id);

CREATE TABLE webhook_delivery (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  endpoint_id uuid NOT NULL,
  event_id bigint,
  event text NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  order_key text NOT NULL,
  body text NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  tries integer NOT NULL DEFAULT 0,
  first_try_at timestamptz(3),
  next_try_at timestamptz(3) NOT NULL,
  last_status integer,
  last_fault text,
  settled_at timestamptz(3),
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- An event goes to an address once, however often the trail is read.
CREATE UNIQUE INDEX webhook_delivery_endpoint_id_event_id_event_key ON webhook_delivery (endpoint_id, event_id, event);
CREATE INDEX webhook_delivery_due_idx ON webhook_delivery (next_try_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_order_idx ON webhook_delivery (endpoint_id, order_key, event_id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_endpoint_id_occurred_at_id_idx ON webhook_delivery (endpoint_id, occurred_at, id);
CREATE INDEX webhook_delivery_settled_at_idx ON webhook_delivery (settled_at);

CREATE TABLE webhook_try (
  delivery_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  milliseconds integer NOT NULL,
  status integer,
  fault text,
  CONSTRAINT webhook_try_pkey PRIMARY KEY (delivery_id, at),
  CONSTRAINT webhook_try_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_delivery (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- How far the trail has been read for those who are told; everything up to there has become deliveries or concerns nobody.
CREATE TABLE outbox_position (
  reader text NOT NULL,
  read_to bigint NOT NULL,
  CONSTRAINT outbox_position_pkey PRIMARY KEY (reader)
);
-- Nobody is told what happened before there was anybody to tell.
INSERT INTO outbox_position (reader, read_to) SELECT 'webhooks', coalesce(max(id), 0) FROM audit_event;
