-- Fax servers send TIFF.
ALTER TABLE proxy_document DROP CONSTRAINT proxy_document_media_type_check;
ALTER TABLE proxy_document ADD CONSTRAINT proxy_document_media_type_check
    CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff'));
