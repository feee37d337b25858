package org.portaldesk.api.privacy.fhir;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventSourceComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;

/**
 * One line of the record after IHE BALP. What was before and after, and reasons in free text, stay
 * in the record: BALP has no place for them.
 *
 * @see "https://profiles.ihe.net/ITI/BALP/"
 */
final class BalpMapping {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
    private static final String OURS = "urn:portal-desk:";

    /** Data flows from the source to the destination: a read's goes from us to the client. */
    private static final Coding SOURCE = new Coding(DICOM, "110153", "Source Role ID");

    private static final Coding DESTINATION = new Coding(DICOM, "110152", "Destination Role ID");

    private final String site;
    private final String address;
    private final Map<UUID, String> patients;

    /**
     * @param site the house whose record it is
     * @param address of this API
     * @param patients the feed's ids of the patients that the events name
     */
    BalpMapping(String site, String address, Map<UUID, String> patients) {
        this.site = site;
        this.address = address;
        this.patients = Map.copyOf(patients);
    }

    org.hl7.fhir.r4.model.AuditEvent of(AuditEvent event) {
        var kind = Interaction.of(event.act());
        var fhir = new org.hl7.fhir.r4.model.AuditEvent();
        fhir.setId(event.id().toString());
        addType(fhir, event, kind);
        fhir.addSubtype(new Coding(OURS + "act", event.act(), null));
        fhir.setRecordedElement(recorded(event));
        fhir.setSource(source());
        addOutcome(fhir, event);
        agents(event, kind).forEach(fhir::addAgent);
        addEntities(fhir, event);
        addProfile(fhir, event, kind);
        return fhir;
    }

    private static void addType(
            org.hl7.fhir.r4.model.AuditEvent fhir, AuditEvent event, Interaction kind) {
        var signIn = Authentication.of(event.act());
        if (signIn.isPresent()) {
            fhir.setType(Authentication.type());
            fhir.addSubtype(signIn.get().subtype());
            fhir.setAction(AuditEventAction.E);
            return;
        }
        fhir.setType(new Coding(HL7 + "audit-event-type", "rest", "Restful Operation"));
        fhir.addSubtype(new Coding(INTERACTION, kind.code(), kind.code()));
        fhir.setAction(kind.action());
    }

    private static InstantType recorded(AuditEvent event) {
        var time = new InstantType(Date.from(event.at()));
        time.setTimeZone(TimeZone.getTimeZone("UTC"));
        return time;
    }

    private static void addOutcome(org.hl7.fhir.r4.model.AuditEvent fhir, AuditEvent event) {
        if (event.outcome() == AuditOutcome.DONE) {
            fhir.setOutcome(AuditEventOutcome._0);
            return;
        }
        fhir.setOutcome(AuditEventOutcome._4);
        fhir.setOutcomeDesc(event.reason());
    }

    private List<AuditEventAgentComponent> agents(AuditEvent event, Interaction kind) {
        var reads = kind == Interaction.READ;
        var client = machine(reads ? DESTINATION : SOURCE, "Client of Portal Desk");
        var server = machine(reads ? SOURCE : DESTINATION, "Portal Desk");
        return List.of(user(event, kind), from(client, event.clientAddress()), from(server, null));
    }

    /** A person has no network address; the machine that they sit at does. */
    private static AuditEventAgentComponent user(AuditEvent event, Interaction kind) {
        var agent = new AuditEventAgentComponent();
        agent.setType(new CodeableConcept(kind.participation()));
        agent.setWho(identified(OURS + "user", event.actor()).setDisplay(event.actorName()));
        agent.setAltId(event.actorUsername());
        agent.setName(event.actorName());
        agent.setRequestor(true);
        event.roles().forEach(role -> agent.addRole(concept(OURS + "role", role)));
        return agent;
    }

    private static AuditEventAgentComponent machine(Coding role, String name) {
        var agent = new AuditEventAgentComponent();
        agent.setType(new CodeableConcept(role));
        agent.setWho(new Reference().setDisplay(name));
        return agent.setRequestor(false);
    }

    /** What the system does of its own accord comes from itself. */
    private AuditEventAgentComponent from(
            AuditEventAgentComponent agent, @Nullable String clientAddress) {
        agent.getNetwork()
                .setAddress(clientAddress == null ? address : clientAddress)
                .setType(
                        clientAddress == null
                                ? AuditEventAgentNetworkType._5
                                : AuditEventAgentNetworkType._2);
        return agent;
    }

    private AuditEventSourceComponent source() {
        return new AuditEventSourceComponent()
                .setSite(site)
                .setObserver(new Reference().setDisplay("Portal Desk"))
                .addType(new Coding(HL7 + "security-source-type", "4", "Application Server"));
    }

    private void addEntities(org.hl7.fhir.r4.model.AuditEvent fhir, AuditEvent event) {
        var patient = event.patientId() == null ? null : patients.get(event.patientId());
        if (patient != null) {
            fhir.addEntity()
                    .setWhat(new Reference("Patient/" + patient))
                    .setType(new Coding(HL7 + "audit-entity-type", "1", "Person"))
                    .setRole(new Coding(HL7 + "object-role", "1", "Patient"));
        }
        if (event.objectType() != null && event.objectId() != null) {
            fhir.addEntity()
                    .setWhat(identified(OURS + event.objectType(), event.objectId()))
                    .setType(new Coding(HL7 + "audit-entity-type", "2", "System Object"))
                    .setRole(new Coding(HL7 + "object-role", "4", "Domain Resource"));
        }
        fhir.addEntity()
                .setWhat(identified(OURS + "request", event.requestId()))
                .setType(new Coding(BALP + "CodeSystem/BasicAuditEntityType", "XrequestId", null));
    }

    /** Only what keeps the profile says so: it wants the patient and the data, one of each. */
    private static void addProfile(
            org.hl7.fhir.r4.model.AuditEvent fhir, AuditEvent event, Interaction kind) {
        var whole = fhir.getEntity().size() == 3;
        if (whole && !kind.profile().isEmpty() && event.outcome() == AuditOutcome.DONE) {
            fhir.getMeta()
                    .addProfile(BALP + "StructureDefinition/IHE.BasicAudit." + kind.profile());
        }
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private static Reference identified(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }
}
