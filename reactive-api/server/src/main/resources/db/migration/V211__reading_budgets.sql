-- How many patients may be shown within an hour goes by role: see docs/decisions/0128-reading-budgets.md.
INSERT INTO setting (name, effective_from, value, set_by)
SELECT name || '.' || role, effective_from, value, set_by
FROM setting, unnest(ARRAY['him-staff', 'support-agent', 'roi-reviewer', 'clinician', 'supervisor', 'privacy-officer',
                           'administrator']) AS role
WHERE name = 'watch.patients-shown-per-hour';
