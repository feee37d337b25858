package org.portaldesk.api.privacy.fhir;

import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Coding;

/**
 * What kind of act it was, as HL7 names interactions. Nothing is ever deleted, so there is no
 * {@code D}.
 */
enum Interaction {
    READ(AuditEventAction.R, "read", "PatientRead", "READ", "REVEALED"),
    SEARCH(AuditEventAction.E, "search-type", "", "SEARCHED", "LISTED"),
    CREATE(
            AuditEventAction.C,
            "create",
            "PatientCreate",
            "CREATED",
            "ISSUED",
            "OPENED",
            "RECORDED",
            "SUBMITTED",
            "STARTED",
            "REQUESTED",
            "PROPOSED",
            "GRANTED",
            "ADDED",
            "BLOCKED",
            "NOTED"),
    OPERATION(
            AuditEventAction.E,
            "operation",
            "",
            "ACCESS",
            "VERIFIED",
            "SIMULATED",
            "SENT",
            "NOTICED",
            "EXPORTED",
            "PRINTED"),
    UPDATE(AuditEventAction.U, "update", "PatientUpdate");

    private static final String PARTICIPATION =
            "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private final AuditEventAction action;
    private final String code;
    private final String profile;
    private final Set<String> endings;

    Interaction(AuditEventAction action, String code, String profile, String... endings) {
        this.action = action;
        this.code = code;
        this.profile = profile;
        this.endings = Set.of(endings);
    }

    /** The kind of an act by the last word of its name; what changes something is an update. */
    static Interaction of(String act) {
        var ending = act.substring(act.lastIndexOf('_') + 1);
        return EnumSet.allOf(Interaction.class).stream()
                .filter(kind -> kind.endings.contains(ending))
                .findFirst()
                .orElse(UPDATE);
    }

    AuditEventAction action() {
        return action;
    }

    /** Of {@code http://hl7.org/fhir/restful-interaction}. */
    String code() {
        return code;
    }

    /** What a person was in it: whoever changes something is its author. */
    Coding participation() {
        return switch (this) {
            case CREATE, UPDATE -> new Coding(PARTICIPATION, "AUT", "author (originator)");
            case READ, SEARCH, OPERATION ->
                    new Coding(PARTICIPATION, "IRCP", "information recipient");
        };
    }

    /** BALP's profile for such acts on one patient's data; empty where it has none that we keep. */
    String profile() {
        return profile;
    }
}
