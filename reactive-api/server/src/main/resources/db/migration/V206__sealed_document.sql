-- Documents are encrypted before they come here, each under a key of its own, and that one under a key that the database
-- never sees: docs/decisions/0124-documents-are-encrypted.md. Those of before lie in clear until `renew-documents` has run.

ALTER TABLE proxy_document
    ADD COLUMN sealed_key    bytea,
    ADD COLUMN key_name      text CHECK (key_name ~ '^[0-9a-f]{8}$'), -- of the key around sealed_key
    ADD COLUMN sealed_sha256 bytea CHECK (length(sealed_sha256) = 32), -- of the pieces as they lie here
    ADD CONSTRAINT proxy_document_sealed_whole CHECK (num_nonnulls(sealed_key, key_name, sealed_sha256) IN (0, 3));

CREATE INDEX proxy_document_by_key ON proxy_document (key_name, id);

-- A document of a request stays as it came: sealed once, then only the key around its own key is renewed.
CREATE OR REPLACE FUNCTION guard_proxy_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.request_id IS NOT NULL
       AND (TG_OP = 'DELETE'
            OR to_jsonb(NEW) - '{sealed_key,key_name,sealed_sha256}'::text[]
               IS DISTINCT FROM to_jsonb(OLD) - '{sealed_key,key_name,sealed_sha256}'::text[]
            OR NEW.sealed_sha256 IS DISTINCT FROM coalesce(OLD.sealed_sha256, NEW.sealed_sha256)) THEN
        RAISE EXCEPTION 'A document stays as it came' USING ERRCODE = '23514', CONSTRAINT = 'proxy_document_stays';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
