package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.proxy.model.Rules;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.PolicySimulationApi.Change;
import org.portaldesk.contract.policy.PolicySimulationApi.Simulation;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.AgeOut;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;

class PoliciesIT extends ProxyIT {

    private static final ParameterizedTypeReference<Page<AccessPolicy>> POLICIES =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<AgeOut>> AGE_OUTS =
            new ParameterizedTypeReference<>() {};

    @Autowired private Rounds rounds;

    /** A policy that waits for its day would count in other tests' forecasts. */
    @AfterEach
    void removeProposals() throws SQLException {
        records.run("DELETE FROM policy WHERE proposed_by <> 'product'");
    }

    @Test
    void theTwoThatShipAreInTheDatabaseAsTheModelKnowsThem() {
        var policies = policies();

        assertThat(policies)
                .filteredOn(AccessPolicy::inForce)
                .extracting(AccessPolicy::rules)
                .containsExactly(Rules.FULL_TO_12);
        assertThat(policies)
                .filteredOn(policy -> policy.state() == AccessPolicy.State.PATTERN)
                .extracting(AccessPolicy::rules)
                .containsExactly(Rules.FULL_UNDER_12);
    }

    @Test
    void oneProposesAnotherApprovesAndOnlyForTheFuture() throws SQLException {
        assertThat(refusal(propose(today()), 422).code()).isEqualTo(ProblemCode.NOT_IN_FUTURE);
        var policy = proposed();
        assertThat(refusal(decide(as(ADMINISTRATOR), policy.id(), "approve"), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
        var approved =
                body(
                        decide(as(SUPERVISOR), policy.id(), "approve").expectStatus().isOk(),
                        AccessPolicy.class);

        assertThat(approved.state()).isEqualTo(AccessPolicy.State.APPROVED);
        assertThat(approved.inForce()).isFalse();
        refusal(decide(as(SUPERVISOR), policy.id(), "decline"), 409);
        assertThat(
                        records.texts(
                                "SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ? ORDER BY id",
                                policy.id().toString()))
                .containsExactly(
                        "POLICY_PROPOSED DONE",
                        "POLICY_APPROVED REFUSED",
                        "POLICY_APPROVED DONE",
                        "POLICY_DECLINED REFUSED");
    }

    @Test
    void whatIsApprovedButDoesNotCountYetIsWithdrawnByTwo() throws SQLException {
        var policy = proposed();
        refusal(withdraw(as(SUPERVISOR), policy.id()), 409);
        decide(as(SUPERVISOR), policy.id(), "approve").expectStatus().isOk();
        refusal(decide(as(SUPERVISOR), policy.id(), "keep"), 409);
        withdraw(as(SUPERVISOR), policy.id()).expectStatus().isOk();
        assertThat(refusal(withdraw(as(SUPERVISOR), policy.id()), 403).code())
                .isEqualTo(ProblemCode.SAME_PERSON);
        decide(as(ADMINISTRATOR), policy.id(), "keep").expectStatus().isOk();

        withdraw(as(ADMINISTRATOR), policy.id()).expectStatus().isOk();
        var gone =
                body(
                        withdraw(as(SUPERVISOR), policy.id()).expectStatus().isOk(),
                        AccessPolicy.class);
        assertThat(gone.state()).isEqualTo(AccessPolicy.State.WITHDRAWN);
        assertThat(Objects.requireNonNull(gone.withdrawal()).reason()).isEqualTo("Law changed");
        for (var verb : List.of("approve", "decline", "keep")) {
            refusal(decide(as(SUPERVISOR), policy.id(), verb), 409);
        }
        assertThat(counting(policy.id())).isZero();
    }

    /** How many moments there are at which it counts: asked of the database far ahead. */
    private long counting(UUID policy) throws SQLException {
        return records.texts(
                        "SELECT id FROM policy_at(clock_timestamp() + interval '10 years') WHERE id = ?",
                        policy)
                .size();
    }

    @Test
    void ofTwoWhoWithdrawAtOnceNeitherActsAloneAndADayThatHasComeStays() throws SQLException {
        var policy = proposed();
        decide(as(SUPERVISOR), policy.id(), "approve").expectStatus().isOk();
        var statuses =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> withdraw(as(SUPERVISOR), policy.id()))
                        .map(answer -> answer.expectBody().returnResult().getStatus().value())
                        .toList();
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(counting(policy.id())).isOne();

        records.run(
                "UPDATE policy SET effective_from = clock_timestamp() - interval '1 second' WHERE id = ?",
                policy.id());
        refusal(withdraw(as(ADMINISTRATOR), policy.id()), 409);
    }

    private static WebTestClient.ResponseSpec withdraw(WebTestClient client, UUID id) {
        return client.post()
                .uri("/api/policies/%s/withdraw".formatted(id))
                .bodyValue(Map.of("reason", "Law changed"))
                .exchange();
    }

    @Test
    void aTrialSaysWhoWouldLoseWhatAndTellsAdministratorsNoNames() throws SQLException {
        var child = records.born(aged(12, 10));
        var grant = granted(child, "MINOR").grant();
        var policy = proposed();
        var lost = simulated(as(ROI_REVIEWER), policy.id(), grant);

        assertThat(lost.patientId()).isEqualTo(child.id());
        assertThat(lost.from()).isEqualTo(AccessClass.MINOR_FULL);
        assertThat(lost.to()).isEqualTo(AccessClass.MINOR_LIMITED);
        assertThat(lost.loses())
                .containsExactly(Area.RESULTS, Area.NOTES, Area.MEDICATIONS, Area.BILLING);
        assertThat(lost.gains()).isEmpty();
        assertThat(simulated(as(ADMINISTRATOR), policy.id(), grant).patientName()).isNull();
    }

    @Test
    void paperThatSoonEndsIsRemindedOfOnceHoweverManyInstancesRemind() throws SQLException {
        var patient = records.born(aged(40, 10));
        var request = adults(patient);
        var approval = approval(request);
        approval.put("expiresOn", today().plusDays(12).toString());
        var granted =
                body(
                        act(request.id(), "approve", approval).expectStatus().isOk(),
                        ProxyRequest.class);
        var grant = grantOf(granted);
        records.run("UPDATE proxy_grant SET state = 'ACTIVE' WHERE id = ?", grant);
        IntStream.range(0, 4).parallel().forEach(i -> rounds.round().toFuture().join());
        assertThat(
                        records.texts(
                                "SELECT kind FROM email_message WHERE recipient = ? AND kind LIKE '%AHEAD'",
                                Objects.requireNonNull(request.proxy().email())))
                .containsExactly("PROXY_EXPIRY_AHEAD");
    }

    @Test
    void birthdaysAheadAreListedAndToldOnceHoweverManyInstancesTell() throws SQLException {
        var child = records.born(today().minusYears(13).plusDays(20));
        var grant = granted(child, "MINOR").grant();
        var person = records.text("SELECT proxy_person_id FROM proxy_grant WHERE id = ?", grant);
        var email =
                records.text(
                        "SELECT email FROM proxy_person WHERE id = ?", UUID.fromString(person));
        IntStream.range(0, 4).parallel().forEach(i -> rounds.round().toFuture().join());

        assertThat(
                        records.texts(
                                "SELECT kind FROM email_message WHERE recipient IN (?, ?) AND kind LIKE '%AHEAD'",
                                email, child.email()))
                .containsExactlyInAnyOrder("PROXY_CHANGE_AHEAD", "OWN_RIGHTS_AHEAD");
        var ahead =
                ageOuts("?days=30").stream()
                        .filter(one -> one.grantId().equals(grant))
                        .findFirst()
                        .orElseThrow();
        assertThat(ahead.on()).isEqualTo(today().plusDays(20));
        assertThat(ahead.from()).isEqualTo(AccessClass.MINOR_FULL);
        assertThat(ahead.to()).isEqualTo(AccessClass.MINOR_LIMITED);
        assertThat(ahead.ownAccount()).isTrue();
        assertThat(ahead.noticedAt()).isNotNull();
        assertThat(ageOuts("?days=10")).noneMatch(one -> one.grantId().equals(grant));
        assertThat(ageOuts("?days=30&exceptions=true"))
                .noneMatch(one -> one.grantId().equals(grant));
    }

    private Change simulated(WebTestClient client, UUID policy, UUID grant) {
        var simulation =
                body(
                        client.post()
                                .uri("/api/policies/%s/simulate".formatted(policy))
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        Simulation.class);
        assertThat(simulation.losing()).isPositive();
        return simulation.changes().stream()
                .filter(change -> change.grantId().equals(grant))
                .findFirst()
                .orElseThrow();
    }

    private AccessPolicy proposed() throws SQLException {
        return body(propose(today().plusDays(1)).expectStatus().isCreated(), AccessPolicy.class);
    }

    private WebTestClient.ResponseSpec propose(LocalDate from) {
        return as(ADMINISTRATOR)
                .post()
                .uri("/api/policies")
                .bodyValue(
                        Map.of(
                                "name",
                                "Full access under 12",
                                "effectiveFrom",
                                from,
                                "rules",
                                Rules.FULL_UNDER_12))
                .exchange();
    }

    private static WebTestClient.ResponseSpec decide(WebTestClient client, UUID id, String verb) {
        return client.post().uri("/api/policies/%s/%s".formatted(id, verb)).exchange();
    }

    private List<AccessPolicy> policies() {
        return Objects.requireNonNull(
                        as(ADMINISTRATOR)
                                .get()
                                .uri("/api/policies")
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(POLICIES)
                                .returnResult()
                                .getResponseBody())
                .items();
    }

    private List<AgeOut> ageOuts(String query) {
        return Objects.requireNonNull(
                        as(ROI_REVIEWER)
                                .get()
                                .uri("/api/age-outs" + query + "&limit=200")
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(AGE_OUTS)
                                .returnResult()
                                .getResponseBody())
                .items();
    }
}
