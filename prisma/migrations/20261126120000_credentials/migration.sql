-- The signed credential of a certificate, made once: whoever asks gets the same text for ever, whatever becomes of keys and wordings.
CREATE TABLE certificate_credential (
  certificate_id uuid NOT NULL,
  credential text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  CONSTRAINT certificate_credential_pkey PRIMARY KEY (certificate_id),
  CONSTRAINT certificate_credential_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER certificate_credential_append_only BEFORE UPDATE OR DELETE ON certificate_credential
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- Every key that the platform ever signed with: what an earlier one has signed is checked against it for ever.
CREATE TABLE platform_public_key (
  public_key text NOT NULL,
  first_used_at timestamptz(3) NOT NULL,
  CONSTRAINT platform_public_key_pkey PRIMARY KEY (public_key)
);
CREATE TRIGGER platform_public_key_append_only BEFORE UPDATE OR DELETE ON platform_public_key
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- Status lists read what happened to certificates after they were issued: few rows among many.
CREATE INDEX certificate_event_after_issue ON certificate_event (certificate_id) WHERE kind <> 'issued';
