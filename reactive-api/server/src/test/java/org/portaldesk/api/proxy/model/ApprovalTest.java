package org.portaldesk.api.proxy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Basis;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Checklist;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Paper;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;

class ApprovalTest {

    private static final Instant NOW = Instant.parse("2026-07-01T14:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String HASH = "ab".repeat(32);
    private static final UUID PAPER = new UUID(3, 3);

    @Test
    void aCompleteOneIsGrantedUntilTheEndOfTheFormsLastDay() {
        var approval = judge(ProxyKind.ADULT, 40, wish(null, HASH, true));

        assertThat(approval)
                .asInstanceOf(type(Approval.Granted.class))
                .satisfies(
                        granted -> {
                            assertThat(granted.proposal().accessClass())
                                    .isEqualTo(AccessClass.ADULT);
                            assertThat(granted.proposal().endsAt())
                                    .isEqualTo(Instant.parse("2027-01-01T05:00:00Z"));
                        });
    }

    @Test
    void eachMissingCheckIsNamed() {
        var nothing =
                new ApproveProxyRequest(
                        null, null, null, null, null, HASH, null, null, null, null, null, null,
                        null);

        assertThat(judge(ProxyKind.ADULT, 40, nothing))
                .asInstanceOf(type(Approval.Refused.class))
                .satisfies(
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldError::field)
                                        .containsExactly(
                                                "identityVerified",
                                                "authorityVerified",
                                                "checklist",
                                                "expiresOn"));
    }

    @Test
    void anotherDocumentIsNotTheOneThatWasSeen() {
        assertRefused(
                judge(ProxyKind.ADULT, 40, wish(null, "cd".repeat(32), true)),
                ProblemCode.DOCUMENT_CHANGED);
        assertRefused(judge(ProxyKind.ADULT, 40, wish(null, null, true)), ProblemCode.INCOMPLETE);
    }

    @Test
    void fullAccessToATeenagersRecordNeedsASecondPersonAndAssent() {
        var override =
                new ApproveProxyRequest.Override(
                        AccessClass.MINOR_FULL, Basis.DIMINISHED_CAPACITY, "letter");

        assertThat(judge(ProxyKind.MINOR, 14, wish(override, HASH, true)))
                .isInstanceOf(Approval.Proposed.class);
        assertRefused(
                judge(ProxyKind.MINOR, 14, wish(override, HASH, false)), ProblemCode.INCOMPLETE);
    }

    @Test
    void aGuardiansAccessEndsWithThePaperOnWhichItStands() {
        var order = new Paper(PAPER, PaperType.PLACEMENT_ORDER, LocalDate.of(2026, 9, 30));

        assertThat(guardian(order))
                .asInstanceOf(type(Approval.Granted.class))
                .satisfies(
                        granted -> {
                            assertThat(granted.proposal().expiresOn())
                                    .isEqualTo(LocalDate.of(2026, 9, 30));
                            assertThat(granted.proposal().papers()).containsExactly(order);
                        });
    }

    @Test
    void aPaperOfAnotherRequestOrOneThatHasEndedGivesNoAuthority() {
        for (var paper :
                List.of(
                        new Paper(PAPER, PaperType.GUARDIANSHIP_ORDER, LocalDate.of(2026, 6, 30)),
                        new Paper(new UUID(9, 9), PaperType.GUARDIANSHIP_ORDER, null))) {
            assertRefused(guardian(paper), ProblemCode.INCOMPLETE);
        }
    }

    private static Approval guardian(Paper paper) {
        var found =
                found(
                        ProxyKind.MINOR,
                        9,
                        Relationship.GUARDIAN,
                        "recorder",
                        null,
                        null,
                        false,
                        chosen());
        return Approval.judge(
                found, "reviewer", wish(null, HASH, true, List.of(paper)), rule(found), ZONE);
    }

    @ParameterizedTest
    @EnumSource
    void whatLeavesTheRequestNeedsAReasonAndASecondPerson(Deviation deviation) {
        assertThat(leaving(deviation, null, null))
                .asInstanceOf(type(Approval.Refused.class))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo(ProblemCode.INCOMPLETE);
                            assertThat(refused.fields())
                                    .extracting(FieldError::field)
                                    .containsExactly(
                                            switch (deviation) {
                                                case OTHER_PATIENT -> "patientId";
                                                case OTHER_PROXY -> "proxyPatientId";
                                                case NO_AUTHORITY_PAPER -> "papers";
                                            });
                        });
        assertRefused(leaving(deviation, " ", null), ProblemCode.INCOMPLETE);
        assertThat(leaving(deviation, "adopted", null))
                .asInstanceOf(type(Approval.Proposed.class))
                .satisfies(
                        proposed -> {
                            assertThat(proposed.proposal().deviations()).containsExactly(deviation);
                            assertThat(proposed.proposal().reason()).isEqualTo("adopted");
                        });
    }

    @ParameterizedTest
    @EnumSource
    void aSecondPersonAgreesToWhatTheFirstNamedAndToNothingMore(Deviation deviation) {
        var first = (Approval.Proposed) leaving(deviation, "adopted", null);
        var other = Deviation.values()[(deviation.ordinal() + 1) % Deviation.values().length];

        assertThat(leaving(deviation, null, first.proposal()))
                .isEqualTo(new Approval.Seconded(first.proposal()));
        assertRefused(leaving(other, null, first.proposal()), ProblemCode.AGAINST_RULE);
    }

    private static Approval leaving(
            Deviation deviation, @Nullable String reason, @Nullable Proposal proposal) {
        var found =
                found(
                        ProxyKind.MINOR,
                        9,
                        Relationship.PARENT,
                        "recorder",
                        proposal == null ? null : "first",
                        proposal,
                        false,
                        chosen(deviation));
        return Approval.judge(
                found, "reviewer", wish(null, HASH, false, null, reason), rule(found), ZONE);
    }

    @Test
    void aSecondPersonCannotAgreeToWhatTheRuleNoLongerGives() {
        var proposal = proposal();
        for (var age : List.of(18, 40)) {
            var found = found(ProxyKind.MINOR, age, "recorder", "first", proposal, false);
            assertRefused(
                    Approval.judge(found, "second", wish(null, HASH, true), rule(found), ZONE),
                    ProblemCode.AGAINST_RULE);
        }
    }

    @Test
    void whoeverAskedAtThePortalIsTheProxyAndAStaffRequestHasItsPatient() {
        var asker = new ReviewCase.Chosen(Set.of(Deviation.OTHER_PROXY), true, true);
        var nobody = new ReviewCase.Chosen(Set.of(), false, false);
        for (var chosen : List.of(asker, nobody)) {
            var found =
                    found(
                            ProxyKind.MINOR,
                            9,
                            Relationship.PARENT,
                            "recorder",
                            null,
                            null,
                            false,
                            chosen);
            assertRefused(
                    Approval.judge(
                            found,
                            "reviewer",
                            wish(null, HASH, false, null, "why"),
                            rule(found),
                            ZONE),
                    ProblemCode.INCOMPLETE);
        }
    }

    @Test
    void noReasonGivesAParentAnAdultsRecord() {
        var override =
                new ApproveProxyRequest.Override(
                        AccessClass.MINOR_FULL, Basis.GUARDIANSHIP_ORDER, "order");

        assertRefused(
                judge(ProxyKind.MINOR, 18, wish(override, HASH, true)), ProblemCode.AGAINST_RULE);
    }

    @Test
    void nobodyIsAProxyForThemselves() {
        var complete = wish(null, HASH, true);
        var themselves =
                new ApproveProxyRequest(
                        null,
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        complete.checklist(),
                        true,
                        true,
                        HASH,
                        complete.expiresOn(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);

        assertRefused(judge(ProxyKind.ADULT, 40, themselves), ProblemCode.AGAINST_RULE);
    }

    @Test
    void whatTheFirstPersonProposedIsWhatTheSecondAgreesTo() {
        var proposal =
                new Proposal(
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        null,
                        AccessClass.MINOR_FULL,
                        Map.of(Area.VISITS, AreaAccess.VIEW),
                        null,
                        true,
                        true,
                        true,
                        HASH,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null);
        var found = found(ProxyKind.MINOR, 14, "recorder", "first", proposal, false);

        assertThat(Approval.judge(found, "second", wish(null, HASH, true), rule(found), ZONE))
                .isEqualTo(new Approval.Seconded(proposal));
    }

    /** 10,000 draws of people: nobody approves what they recorded, proposed, or are related to. */
    @Property(tries = 10_000)
    void nobodyApprovesForThemselvesOrTheirOwn(
            @ForAll("people") String caller,
            @ForAll("people") String recorder,
            @ForAll("people") String first,
            @ForAll boolean related,
            @ForAll boolean second) {
        var proposal = second ? proposal() : null;
        var found = found(ProxyKind.MINOR, 7, recorder, second ? first : null, proposal, related);
        var approval = Approval.judge(found, caller, wish(null, HASH, true), rule(found), ZONE);

        if (related || caller.equals(recorder) || second && caller.equals(first)) {
            assertRefused(approval, ProblemCode.SAME_PERSON);
        } else {
            assertThat(approval).isNotInstanceOf(Approval.Refused.class);
        }
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of("ruth", "andre", "samuel", "maria", "tomas");
    }

    private static Proposal proposal() {
        return new Proposal(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                null,
                AccessClass.MINOR_FULL,
                Map.of(),
                null,
                true,
                true,
                true,
                HASH,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private static void assertRefused(Approval approval, ProblemCode code) {
        assertThat(approval)
                .asInstanceOf(type(Approval.Refused.class))
                .extracting(Approval.Refused::code)
                .isEqualTo(code);
    }

    private static Approval judge(ProxyKind kind, int age, ApproveProxyRequest wish) {
        var found = found(kind, age, "recorder", null, null, false);
        return Approval.judge(found, "reviewer", wish, rule(found), ZONE);
    }

    private static Access rule(ReviewCase found) {
        var patient = Objects.requireNonNull(found.patient());
        return new AccessRule("To 12", Rules.FULL_TO_12)
                .on(
                        new AccessRule.Question(
                                patient.birthDate(), false, found.kind(), found.relationship()),
                        LocalDate.of(2026, 7, 1));
    }

    private static ReviewCase found(
            ProxyKind kind,
            int age,
            String recorder,
            @Nullable String first,
            @Nullable Proposal proposal,
            boolean related) {
        return found(kind, age, Relationship.PARENT, recorder, first, proposal, related, chosen());
    }

    private static ReviewCase.Chosen chosen(Deviation... deviations) {
        return new ReviewCase.Chosen(Set.of(deviations), true, false);
    }

    private static ReviewCase found(
            ProxyKind kind,
            int age,
            Relationship as,
            String recorder,
            @Nullable String first,
            @Nullable Proposal proposal,
            boolean related,
            ReviewCase.Chosen chosen) {
        return new ReviewCase(
                UUID.fromString("00000000-0000-0000-0000-000000000002"),
                proposal == null
                        ? new ReviewLife.InReview()
                        : new ReviewLife.AwaitingSecondApproval(),
                kind,
                as,
                null,
                new ReviewPromise(NOW, NOW),
                new ReviewCase.OnRecord(
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        LocalDate.of(2026, 7, 1).minusYears(age),
                        false),
                chosen,
                new ReviewCase.Papers(Set.of(PAPER), HASH),
                recorder,
                first,
                proposal,
                null,
                related,
                false,
                1,
                NOW);
    }

    private static ApproveProxyRequest wish(
            ApproveProxyRequest.@Nullable Override override,
            @Nullable String hash,
            boolean assent) {
        return wish(override, hash, assent, null);
    }

    private static ApproveProxyRequest wish(
            ApproveProxyRequest.@Nullable Override override,
            @Nullable String hash,
            boolean assent,
            @Nullable List<Paper> papers) {
        return wish(override, hash, assent, papers, null);
    }

    private static ApproveProxyRequest wish(
            ApproveProxyRequest.@Nullable Override override,
            @Nullable String hash,
            boolean assent,
            @Nullable List<Paper> papers,
            @Nullable String reason) {
        return new ApproveProxyRequest(
                null,
                null,
                new Checklist(true, true, true, true, true, true, true),
                true,
                true,
                hash,
                LocalDate.of(2026, 12, 31),
                null,
                assent,
                override,
                null,
                papers,
                reason);
    }
}
