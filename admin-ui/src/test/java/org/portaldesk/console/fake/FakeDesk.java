package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.identity.Permission;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** The API in memory in the place of the proxies. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeDesk {

    @Bean
    Desk desk() {
        return new Desk();
    }

    @Bean
    @Primary
    Patients patients(Desk desk) {
        return new Patients(desk);
    }

    @Bean
    @Primary
    Codes codes(Desk desk) {
        return new Codes(desk);
    }

    @Bean
    @Primary
    MeApi fakeMe(Desk desk) {
        return () -> desk.read("me", () -> me(desk));
    }

    private static Me me(Desk desk) {
        var permissions =
                Arrays.stream(Permission.values())
                        .filter(one -> one.heldBy(desk.roles()))
                        .collect(Collectors.toSet());
        return new Me(
                "7e1f",
                "hana.kim",
                "Hana Kim",
                desk.roles(),
                permissions,
                new Me.Facility("Marshfield General", ZoneId.of("America/New_York")));
    }

    @Bean
    @Primary
    AuditApi fakeAudit(Desk desk) {
        return new AuditApi() {
            @Override
            public Mono<Page<AuditEvent>> list(
                    @Nullable UUID patientId,
                    @Nullable String actor,
                    @Nullable String act,
                    @Nullable Instant from,
                    @Nullable Instant to,
                    @Nullable String cursor,
                    @Nullable Integer limit) {
                return desk.read("audit", () -> new Page<>(events(), null));
            }

            @Override
            public Mono<Page<AuditEvent>> history(
                    UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
                return desk.read("history of " + patientId, () -> new Page<>(events(), null));
            }
        };
    }

    private static List<AuditEvent> events() {
        return List.of(
                event(1, "Hana Kim", "LETTER_MAILED", AuditOutcome.DONE, null),
                event(70, "Hana Kim", "CODE_ISSUED", AuditOutcome.DONE, "The letter was lost"),
                event(90, "Kai Brown", "CODE_ISSUED", AuditOutcome.REFUSED, "CONTACT_COLLISION"),
                event(480, "portal", "CODE_REDEMPTION_REFUSED", AuditOutcome.REFUSED, null));
    }

    private static AuditEvent event(
            int hoursAgo, String who, String act, AuditOutcome outcome, @Nullable String reason) {
        return new AuditEvent(
                new UUID(1, hoursAgo),
                Instant.now().minus(Duration.ofHours(hoursAgo)),
                "7e1f",
                who.toLowerCase(Locale.ROOT).replace(' ', '.'),
                who,
                List.of("him-staff"),
                "10.0.0.7",
                act,
                outcome,
                Patients.BRUNILDA,
                "activation_code",
                "1",
                reason,
                null,
                null,
                "4c5d1ab07f21");
    }

    @Bean
    @Primary
    ContactOverrideApi fakeOverrides(Desk desk) {
        return new ContactOverrideApi() {
            @Override
            public Mono<ContactOverride> ask(UUID patientId, Ask ask) {
                return desk.act("ask override", () -> override(patientId, ask));
            }

            @Override
            public Mono<Page<ContactOverride>> list(
                    ContactOverride.@Nullable State state,
                    @Nullable String cursor,
                    @Nullable Integer limit) {
                return desk.read("overrides", () -> new Page<>(List.of(), null));
            }

            @Override
            public Mono<ContactOverride> approve(UUID id, Reason reason) {
                return Mono.error(new UnsupportedOperationException());
            }

            @Override
            public Mono<ContactOverride> decline(UUID id, Reason reason) {
                return Mono.error(new UnsupportedOperationException());
            }
        };
    }

    private static ContactOverride override(UUID patientId, ContactOverrideApi.Ask ask) {
        return new ContactOverride(
                new UUID(2, 1),
                patientId,
                "Nienow, Brunilda Lucinda",
                "c07a6f3b-a001",
                ask.channel() == Channel.LETTER ? Channel.LETTER : Channel.EMAIL,
                Set.copyOf(EnumSet.of(ContactOverride.Collision.SHARED_BY_MANY)),
                ContactOverride.State.REQUESTED,
                ask.reason(),
                "Hana Kim",
                Instant.now(),
                null,
                null,
                null,
                null,
                1);
    }
}
