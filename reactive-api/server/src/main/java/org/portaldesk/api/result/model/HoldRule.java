package org.portaldesk.api.result.model;

/** What a hold must keep to, each rule with the law or the product's rule that it comes from. */
public enum HoldRule {
    BASIS_NAMED("basis", "A hold names its basis.", "45 CFR 171.201 and 171.202"),
    VIEWER_NAMED("withheldFrom", "A hold names from whom it withholds.", "45 CFR 171.201(b)"),
    DETERMINER_NAMED("determinerId", "A hold names who determined it.", "45 CFR 171.201(f)(2)"),
    DETERMINER_TYPED(
            "determinedBy",
            "Who determined it is chosen from the directory of clinicians, not typed.",
            "45 CFR 171.201(f)(2)"),
    DETERMINER_KNOWN(
            "determinerId",
            "Who determined it is in the directory of clinicians.",
            "45 CFR 171.201(c)(1)"),
    DETERMINER_ACTIVE(
            "determinerId",
            "Who determined it is active in the directory of clinicians.",
            "45 CFR 171.201(c)(1)"),
    FACTS_STATED("facts", "A hold states its facts.", "45 CFR 171.201(f)(2)"),
    LICENSED_CLINICIAN(
            "determinerId",
            "A hold is determined by a licensed clinician.",
            "45 CFR 171.201(c)(1)"),
    CLINICIANS_RELATIONSHIP(
            "relationship",
            "Harm is determined by a clinician who treats or has treated the patient.",
            "45 CFR 171.201(c)(1)"),
    DETERMINED_FOR_ONE_PATIENT(
            "ids", "Harm is determined for one patient at a time.", "45 CFR 171.201(c)(1)"),
    HARM_NAMED("harmType", "A hold against harm names the harm.", "45 CFR 171.201(d)"),
    HARM_ONLY_WITH_HARM(
            "harmType",
            "Only a hold against harm, or of data in error, names a harm.",
            "45 CFR 171.201(d)"),
    NOT_FOR_DISTRESS(
            "harmType", "Emotional distress alone is no basis.", "45 CFR 164.524(a)(3)(i)"),
    HARM_FITS_PATIENT(
            "harmType",
            "Against the patient only danger to life or physical safety counts.",
            "45 CFR 164.524(a)(3)(i)"),
    GRANT_OF_PATIENT(
            "withheldFrom.proxies",
            "Proxies are named by grants on this patient's record.",
            "45 CFR 164.524(a)(3)(iii)"),
    END_NAMED("endsAt", "A hold names its end.", "Portal Desk, holds end by themselves"),
    ENDS_LATER("endsAt", "A hold ends in the future.", "Portal Desk, holds end by themselves"),
    ENDS_WITHIN_TEN_DAYS(
            "endsAt",
            "A hold against harm, or of data in error, lasts ten days at most.",
            "Portal Desk, holds end by themselves"),
    ENDS_WITHIN_A_YEAR(
            "endsAt", "A hold lasts a year at most.", "Portal Desk, holds end by themselves"),
    LONG_ONE_REVIEWED(
            "reviewAt",
            "A hold of more than ten days names a review within 90 days.",
            "Portal Desk, holds end by themselves"),
    REVIEWED_WHILE_IT_STANDS(
            "reviewAt", "A hold is reviewed before it ends.", "45 CFR 164.524(a)(4)"),
    REVIEWER_IS_ANOTHER(
            "reviewer",
            "The reviewer is neither who determined or confirmed the hold nor who recorded it.",
            "45 CFR 164.524(d)(4)"),
    REVIEWER_MAY_BE_DETERMINER(
            "reviewer",
            "The reviewer may by name be who determined the hold: somebody else reviews it, or an"
                    + " administrator says in the directory which member of staff the determiner is.",
            "45 CFR 164.524(d)(4)"),
    CONFIRMED_BY_DETERMINER(
            "confirmation",
            "Only who determined the hold confirms it, as the member of staff whom the directory names.",
            "45 CFR 171.201(c)(1)");

    private final String field;
    private final String says;
    private final String citation;

    HoldRule(String field, String says, String citation) {
        this.field = field;
        this.says = says;
        this.citation = citation;
    }

    /** The field of the request that it is about. */
    public String field() {
        return field;
    }

    /** In words. */
    public String says() {
        return says;
    }

    public String citation() {
        return citation;
    }
}
