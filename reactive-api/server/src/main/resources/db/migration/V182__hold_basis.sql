-- Bases beside harm may stand longer than ten days, with a review at least every 90 days; ten days stay for harm and errors.
ALTER TABLE result_hold
    DROP CONSTRAINT result_hold_basis_check,
    ADD CONSTRAINT result_hold_basis_check CHECK (basis IN (
        'PREVENTING_HARM', 'PATIENT_REQUEST', 'PRIVACY', 'CARE_ACCESS', 'SUBSTANCE_USE_PROGRAM', 'DATA_ERROR'));

DO $$
DECLARE
    ten_days text;
BEGIN
    SELECT conname INTO STRICT ten_days FROM pg_constraint
    WHERE conrelid = 'result_hold'::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%ends_at <= (placed_at +%';
    EXECUTE format('ALTER TABLE result_hold DROP CONSTRAINT %I', ten_days);
END $$;

ALTER TABLE result_hold
    ADD CONSTRAINT result_hold_longest CHECK (
        ends_at <= placed_at + CASE WHEN basis IN ('PREVENTING_HARM', 'DATA_ERROR') THEN interval '240 hours'
                                    ELSE interval '8760 hours' END),
    ADD CONSTRAINT result_hold_reviewed CHECK (review_at <= placed_at + interval '2160 hours');
