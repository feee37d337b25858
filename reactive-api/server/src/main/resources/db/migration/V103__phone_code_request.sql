ALTER TABLE code_request
    ADD COLUMN source text NOT NULL DEFAULT 'PORTAL' CHECK (source IN ('PORTAL', 'PHONE'));
