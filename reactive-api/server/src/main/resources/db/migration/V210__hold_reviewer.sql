-- Who may review a hold: people are compared, not spellings. See docs/decisions/0126-determiners.md.

-- The words of a person's name, folded, without titles and degrees.
CREATE FUNCTION person_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT word
    FROM unnest(folded_words(regexp_replace(
        replace(replace(replace(replace(translate(lower(name), 'øłđðı', 'olddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        '\m(m\.\s*d|d\.\s*o|ph\.\s*d|r\.\s*n|n\.\s*p|d\.\s*d\.\s*s|p\.?\s*a\.?\s*-\s*c|p\.\s*a)\M\.?', ' ', 'g'))) AS word
    WHERE word <> ALL (ARRAY[
        'dr', 'dra', 'doctor', 'doctora', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'jr', 'sr', 'ii', 'iii', 'iv',
        'md', 'do', 'mbbs', 'mbbch', 'mbchb', 'phd', 'psyd', 'pharmd', 'dnp', 'dds', 'dmd', 'dpm', 'od', 'dc', 'np', 'fnp', 'pa',
        'rn', 'bsn', 'msn', 'aprn', 'crnp', 'crna', 'cnm', 'lcsw', 'mph', 'msc', 'mba', 'facp', 'facs', 'faap', 'facog', 'frcp',
        'esq']));

-- Whether two names could be one person's: order, initials, short forms and what one leaves out make nobody another. In
-- doubt they could.
CREATE FUNCTION could_be_one_person(one text, other text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT EXISTS (
           SELECT FROM unnest(person_words(one)) AS mine
           WHERE NOT EXISTS (SELECT FROM unnest(person_words(other)) AS theirs
                             WHERE starts_with(mine, theirs) OR starts_with(theirs, mine)))
    OR NOT EXISTS (
           SELECT FROM unnest(person_words(other)) AS theirs
           WHERE NOT EXISTS (SELECT FROM unnest(person_words(one)) AS mine
                             WHERE starts_with(mine, theirs) OR starts_with(theirs, mine)));

-- Why a member of staff may not review a hold: they are SAME as who determined, recorded or confirmed it, or MAY_BE, by
-- name, who determined it, where the directory does not say who that is. Null where nothing stands against it.
CREATE FUNCTION hold_bar(one result_hold, staff text, staff_name text) RETURNS text
LANGUAGE sql STABLE
RETURN CASE WHEN staff = one.placed_by
                 OR staff IS NOT DISTINCT FROM one.confirmed_by
                 OR staff IS NOT DISTINCT FROM one.determiner_staff_id::text
                 OR EXISTS (SELECT FROM clinician WHERE id = one.determiner_id AND staff_user_id::text = staff) THEN 'SAME'
            WHEN one.determiner_staff_id IS NULL
                 AND NOT EXISTS (SELECT FROM clinician WHERE id = one.determiner_id AND staff_user_id IS NOT NULL)
                 AND could_be_one_person(staff_name, one.determiner_name) THEN 'MAY_BE' END;
