-- The oldest messages of an address are found along an index, also when hundreds of thousands wait (an address that is told again of a whole year).
CREATE INDEX webhook_delivery_queue_idx ON webhook_delivery (endpoint_id, event_id NULLS FIRST, event) WHERE state = 'waiting';
