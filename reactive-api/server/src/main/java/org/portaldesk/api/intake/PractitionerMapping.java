package org.portaldesk.api.intake;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Practitioner.PractitionerQualificationComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.clinician.model.FeedClinician;
import org.portaldesk.api.clinician.model.FeedClinician.License;
import org.portaldesk.api.clinician.model.Npi;
import org.portaldesk.contract.clinician.Clinician;

/**
 * Reads from FHIR practitioners who may determine. A license is an identifier of a qualification
 * whose system, assigner or issuer ends in a state, as {@code …:license:CT}; of several that one
 * counts which lasts longest.
 */
final class PractitionerMapping {

    private static final String NPI_SYSTEM = "http://hl7.org/fhir/sid/us-npi";

    /** The subject of the member of staff in the realm of staff. */
    private static final String STAFF_SYSTEM = "urn:portal-desk:staff-user";

    private static final Pattern LICENSE = Pattern.compile(Clinician.LICENSE);
    private static final Pattern SPACES = Pattern.compile("\\s");

    private static final Pattern STATE = Pattern.compile("(?:.*[:/-])?([A-Z]{2})");

    private static final int MOST = 50;

    private final ZoneId zone;

    PractitionerMapping(ZoneId zone) {
        this.zone = zone;
    }

    FeedClinician read(Practitioner given) {
        few("identifier", given.getIdentifier());
        few("qualification", given.getQualification());
        var name = Names.of(given.getName()).getFirst();
        return new FeedClinician(
                Elements.id(given),
                name.family(),
                name.given(),
                license(given),
                npi(given),
                staffUser(given),
                !given.hasActive() || given.getActive());
    }

    private static void few(String element, List<?> all) {
        if (all.size() > MOST) {
            throw new Rejection.Signal(element, "is there more than 50 times");
        }
    }

    private @Nullable License license(Practitioner given) {
        return given.getQualification().stream()
                .map(this::license)
                .filter(Objects::nonNull)
                .max(
                        Comparator.comparing(
                                one -> Objects.requireNonNullElse(one.until(), Instant.MAX)))
                .orElse(null);
    }

    /** Null for a degree, and for what names no number. */
    private @Nullable License license(PractitionerQualificationComponent qualification) {
        for (var identifier : qualification.getIdentifier()) {
            var state = state(identifier, qualification);
            if (state != null && identifier.getUse() != IdentifierUse.OLD) {
                var period = qualification.getPeriod();
                return new License(
                        number(identifier),
                        state,
                        Elements.instant(period.getStartElement(), zone),
                        end(period.getEndElement()));
            }
        }
        return null;
    }

    /** The last day counts to its end. */
    private @Nullable Instant end(DateTimeType end) {
        var until = Elements.instant(end, zone);
        return until == null || end.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal()
                ? until
                : until.atZone(zone).plusDays(1).toInstant();
    }

    private static String number(Identifier identifier) {
        var text =
                Texts.required("qualification.identifier.value", identifier.getValue())
                        .toUpperCase(Locale.ROOT);
        var number = SPACES.matcher(text).replaceAll("");
        if (!LICENSE.matcher(number).matches()) {
            throw new Rejection.Signal(
                    "qualification.identifier.value", "is no license number in form");
        }
        return number;
    }

    private static @Nullable String state(
            Identifier identifier, PractitionerQualificationComponent qualification) {
        for (var text :
                new String[] {
                    identifier.getSystem(),
                    identifier.getAssigner().getDisplay(),
                    qualification.getIssuer().getDisplay()
                }) {
            var state = STATE.matcher(text == null ? "" : text.strip());
            if (state.matches()) {
                return state.group(1);
            }
        }
        return null;
    }

    private static @Nullable String npi(Practitioner given) {
        var npi = value(given, NPI_SYSTEM);
        if (npi != null && !Npi.check(npi)) {
            throw new Rejection.Signal("identifier", "holds an NPI with a wrong check digit");
        }
        return npi;
    }

    private static @Nullable UUID staffUser(Practitioner given) {
        var subject = value(given, STAFF_SYSTEM);
        try {
            return subject == null ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException otherwise) {
            throw new Rejection.Signal("identifier", "holds a member of staff who is no UUID");
        }
    }

    private static @Nullable String value(Practitioner given, String system) {
        return given.getIdentifier().stream()
                .filter(one -> system.equals(one.getSystem()))
                .filter(one -> one.getUse() != IdentifierUse.OLD)
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
