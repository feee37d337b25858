package org.portaldesk.api.proxy.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.policy.model.AgeBands;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.Why;

/**
 * What a policy gives to a person on a day: the same before, during and after a decision. The
 * database says the same in {@code proxy_grant_at}, for the moment of use.
 *
 * @param policy its name, for the citation
 * @see "DOMAIN.md, section 3, Proxy"
 */
public record AccessRule(String policy, PolicyRules rules) {

    private static final String MINORS = "45 CFR 164.502(g)(3)";
    private static final String REPRESENTATIVES = "45 CFR 164.502(g)(2)";
    private static final String AUTHORIZATION = "45 CFR 164.508(c)";

    /** Whose record, and who asks by which right. */
    public record Question(
            LocalDate birthDate, boolean deceased, ProxyKind kind, Relationship relationship) {}

    /**
     * @param day where the facility is
     */
    public Access on(Question question, LocalDate day) {
        var age = Age.on(question.birthDate(), day);
        if (question.deceased()) {
            return nothing(
                    new Why(
                            "DECEASED",
                            "The patient has died: death ends all access by proxy.",
                            cited("death")));
        }
        var band = AgeBands.at(rules, age);
        return switch (question.kind()) {
            case MINOR -> ofMinor(question.relationship(), age, band);
            case ADULT -> ofAdult(question.relationship(), age);
        };
    }

    private Access ofMinor(Relationship relationship, int age, AgeBand band) {
        var aged = inBand(age, band);
        if (band.parentalClass() == AccessClass.NONE) {
            return nothing(
                    aged,
                    new Why(
                            "NOT_A_MINOR",
                            "Parents' and guardians' access ends at %d; an adult patient signs a form."
                                    .formatted(band.fromAge()),
                            AUTHORIZATION));
        }
        return switch (relationship) {
            case PARENT, GUARDIAN ->
                    new Access(
                            band.parentalClass(),
                            band.areas(),
                            band.assentForFull(),
                            List.of(aged, parental(relationship)));
            case SPOUSE, CAREGIVER, POWER_OF_ATTORNEY, OTHER ->
                    nothing(
                            aged,
                            new Why(
                                    "NOT_A_PARENT",
                                    "Only a parent or guardian has access to a child's record by right.",
                                    MINORS));
        };
    }

    private Access ofAdult(Relationship relationship, int age) {
        if (age < AgeBands.adultFrom(rules)) {
            return nothing(
                    new Why(
                            "NOT_AN_ADULT",
                            "The patient is %d: a parent or guardian asks as such.".formatted(age),
                            MINORS));
        }
        var right =
                switch (relationship) {
                    case GUARDIAN, POWER_OF_ATTORNEY ->
                            new Why(
                                    "REPRESENTATIVE",
                                    "A court's or the patient's appointment stands behind it.",
                                    REPRESENTATIVES);
                    case PARENT, SPOUSE, CAREGIVER, OTHER ->
                            new Why(
                                    "AUTHORIZATION",
                                    "The patient's signed form says what may be seen, and until when.",
                                    AUTHORIZATION);
                };
        var adult =
                new Why("ADULT", "The patient is %d, an adult.".formatted(age), cited("adults"));
        return new Access(AccessClass.ADULT, rules.adultAreas(), false, List.of(adult, right));
    }

    private Why inBand(int age, AgeBand band) {
        var ages =
                band.toAge() == null
                        ? "%d and over".formatted(band.fromAge())
                        : "%d–%d".formatted(band.fromAge(), band.toAge());
        return new Why(
                "AGE_BAND",
                "The patient is %d, in the band %s: %s.".formatted(age, ages, named(band)),
                cited("age band " + ages));
    }

    private static String named(AgeBand band) {
        return switch (band.parentalClass()) {
            case MINOR_FULL -> "full access for parents";
            case MINOR_LIMITED -> "limited access for parents";
            case ADULT, NONE -> "no access by being a parent";
        };
    }

    private static Why parental(Relationship relationship) {
        return new Why(
                relationship.name(),
                relationship == Relationship.PARENT
                        ? "A parent stands for the child."
                        : "A guardian stands for the child by a court's appointment.",
                MINORS);
    }

    private Access nothing(Why... reasons) {
        return new Access(AccessClass.NONE, Map.of(), false, List.of(reasons));
    }

    private String cited(String part) {
        return "Policy “%s”, %s".formatted(policy, part);
    }
}
