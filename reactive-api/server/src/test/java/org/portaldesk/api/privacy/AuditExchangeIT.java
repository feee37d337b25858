package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;

/** The record as other systems read it, by HAPI and against BALP's cardinalities. */
class AuditExchangeIT extends FeedIT {

    private static final FhirContext FHIR_R4 = FhirContext.forR4Cached();

    @Test
    void aPatientsEventsSayWhoDidWhatToWhom() {
        var patient = seenPatient();
        var events = events(page("patient=Patient/" + patient.id() + "&_count=10"));

        assertThat(events)
                .extracting(AuditEvent::getAction)
                .containsExactly(AuditEventAction.R, AuditEventAction.C);
        var look = events.getFirst();
        assertThat(look.getMeta().getProfile().getFirst().getValue())
                .endsWith("IHE.BasicAudit.PatientRead");
        assertThat(look.getOutcome()).isEqualTo(AuditEventOutcome._0);
        var user = agent(look, "IRCP");
        assertThat(user.getRequestor()).isTrue();
        assertThat(user.getRole())
                .extracting(role -> role.getCodingFirstRep().getCode())
                .contains("him-staff");
        assertThat(agent(look, "110152").getNetwork().getAddress()).isEqualTo("127.0.0.1");
        assertThat(look.getEntity())
                .extracting(entity -> entity.getWhat().getReference())
                .startsWith("Patient/" + patient.id());
    }

    @Test
    void everyEventOfTheRecordKeepsTheCardinalitiesOfBalp() {
        seenPatient();
        var events = events(page("_count=200"));
        assertThat(events).hasSizeGreaterThan(2).allSatisfy(AuditExchangeIT::isBalp);
    }

    @Test
    void pagesMeetWithoutGapOrOverlap() {
        var patient = seenPatient();
        as(HIM_STAFF).get().uri("/api/patients?q={mrn}", patient.mrn()).exchange();
        var whole = ids(page("patient=" + patient.id() + "&_count=200"));
        var walked = new ArrayList<String>();
        var page = page("patient=" + patient.id() + "&_count=1");
        walked.addAll(ids(page));
        while (page.getLink("next") != null) {
            var next = page.getLink("next").getUrl();
            page = page(next.substring(next.indexOf('?') + 1));
            walked.addAll(ids(page));
        }
        // Each page is itself an event about the patient, newer than those it shows.
        assertThat(walked).doesNotHaveDuplicates().containsAll(whole);
    }

    @Test
    void thePeriodAndTheAgentNarrow() {
        var patient = seenPatient();
        var query = "patient=" + patient.id();
        assertThat(events(page(query + "&date=ge2020-01-01&date=lt2020-01-02"))).isEmpty();
        assertThat(events(page(query + "&agent=nobody"))).isEmpty();
        var look =
                events(page(query)).stream()
                        .filter(event -> event.getAction() == AuditEventAction.R)
                        .filter(event -> event.getEntity().size() == 3)
                        .findFirst()
                        .orElseThrow();
        var who = agent(look, "IRCP").getWho().getIdentifier().getValue();
        assertThat(ids(page(query + "&agent=" + who + "&date=ge2020-01-01")))
                .contains(look.getIdElement().getIdPart());
    }

    @Test
    void aSearchForSomebodyUnknownIsEmptyAndOnRecord() {
        var before = count();
        assertThat(page("patient=no-such-patient").getEntry()).isEmpty();
        assertThat(count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=2026-11-22", "date=geyesterday", "_count=0", "_cursor=x"})
    void whatIsNoSearchIsRefused(String query) {
        as(PRIVACY_OFFICER)
                .get()
                .uri("/fhir/AuditEvent?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static long count() {
        return Long.parseLong(
                Objects.requireNonNull(
                        value(
                                "SELECT count(*) FROM audit_event WHERE act = 'AUDIT_EVENTS_READ' AND reason = 'UNKNOWN_PATIENT'")));
    }

    /**
     * What IHE's PatientRead, PatientCreate and PatientUpdate demand, element by element; what
     * claims no profile keeps all of it but the patient and the data.
     */
    private static void isBalp(AuditEvent event) {
        var reads = event.getAction() == AuditEventAction.R;
        assertThat(event.getType().getSystem())
                .isEqualTo("http://terminology.hl7.org/CodeSystem/audit-event-type");
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype()).isNotEmpty();
        assertThat(event.hasAction()).isTrue();
        assertThat(event.hasRecorded()).isTrue();
        assertThat(event.hasOutcome()).isTrue();
        assertThat(event.getSource().hasObserver()).isTrue();
        isMachine(event, "110153");
        isMachine(event, "110152");
        assertThat(agent(event, reads ? "110152" : "110153").getWho().getDisplay())
                .startsWith("Client");
        isUser(event);
        assertThat(entities(event, "XrequestId"))
                .singleElement()
                .satisfies(
                        request ->
                                assertThat(request.getWhat().getIdentifier().getValue())
                                        .isNotBlank());
        assertThat(entities(event, "1").size()).isLessThanOrEqualTo(1);
        assertThat(entities(event, "2").size()).isLessThanOrEqualTo(1);
        if (event.getMeta().hasProfile()) {
            keepsItsProfile(event);
        }
    }

    private static void isMachine(AuditEvent event, String role) {
        assertThat(agents(event, role))
                .singleElement()
                .satisfies(
                        machine -> {
                            assertThat(machine.hasWho()).isTrue();
                            assertThat(machine.getNetwork().hasAddress()).isTrue();
                            assertThat(machine.getRequestor()).isFalse();
                            assertThat(machine.hasMedia()).isFalse();
                        });
    }

    private static void isUser(AuditEvent event) {
        var changes = List.of(AuditEventAction.C, AuditEventAction.U).contains(event.getAction());
        assertThat(agents(event, changes ? "AUT" : "IRCP"))
                .singleElement()
                .satisfies(
                        user -> {
                            assertThat(user.hasWho()).isTrue();
                            assertThat(user.getRequestor()).isTrue();
                            assertThat(user.hasNetwork()).isFalse();
                            assertThat(user.hasMedia()).isFalse();
                        });
    }

    private static void keepsItsProfile(AuditEvent event) {
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getEntity()).hasSizeGreaterThanOrEqualTo(2);
        var patient = entities(event, "1").getFirst();
        assertThat(patient.getRole().getCode()).isEqualTo("1");
        assertThat(patient.getWhat().getReference()).startsWith("Patient/");
        var data = entities(event, "2").getFirst();
        assertThat(data.getRole().getCode()).isIn("3", "4", "20");
        assertThat(data.hasWhat()).isTrue();
        assertThat(event.getMeta().getProfile().getFirst().getValue())
                .endsWith(
                        switch (event.getAction()) {
                            case R -> "IHE.BasicAudit.PatientRead";
                            case C -> "IHE.BasicAudit.PatientCreate";
                            default -> "IHE.BasicAudit.PatientUpdate";
                        });
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String type) {
        return agents(event, type).getFirst();
    }

    private static List<AuditEventAgentComponent> agents(AuditEvent event, String type) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(type))
                .toList();
    }

    private static List<AuditEventEntityComponent> entities(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .toList();
    }

    private FedPatient seenPatient() {
        var patient = FedPatient.named(family("Exchange"), "Ann");
        given(patient);
        var id =
                UUID.fromString(
                        Objects.requireNonNull(
                                value("SELECT id FROM patient WHERE fhir_id = ?", patient.id())));
        as(HIM_STAFF).get().uri("/api/patients/{id}", id).exchange().expectStatus().isOk();
        return patient;
    }

    private Bundle page(String query) {
        var json =
                as(PRIVACY_OFFICER)
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                        .build()
                        .get()
                        .uri("/fhir/AuditEvent?" + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(FHIR)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        var parser = FHIR_R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        var bundle = parser.parseResource(Bundle.class, Objects.requireNonNull(json));
        assertThat(bundle.getType()).isEqualTo(BundleType.SEARCHSET);
        return bundle;
    }

    private static List<AuditEvent> events(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(AuditEvent.class::cast)
                .toList();
    }

    private static List<String> ids(Bundle bundle) {
        return events(bundle).stream().map(event -> event.getIdElement().getIdPart()).toList();
    }
}
