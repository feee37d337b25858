package org.portaldesk.api.privacy.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;

class AuthenticationTest {

    private final BalpMapping mapping = new BalpMapping("House", "192.0.2.1", Map.of());

    @ParameterizedTest
    @CsvSource({
        "STAFF_SIGNED_IN, 110122",
        "STAFF_SIGN_IN_FAILED, 110122",
        "STAFF_LOCKED_OUT, 110122",
        "STAFF_IMPERSONATED, 110122",
        "STAFF_SIGNED_OUT, 110123"
    })
    void aSignInIsNoCallOfAnInterface(String act, String subtype) {
        var told = mapping.of(event(act));
        assertThat(told.getType().getCode()).isEqualTo("110114");
        assertThat(told.getSubtype()).extracting(Coding::getCode).containsExactly(subtype, act);
    }

    @Test
    void aRoleThatIsGrantedIsAnActLikeOthers() {
        assertThat(mapping.of(event("STAFF_ROLES_GRANTED")).getType().getCode()).isEqualTo("rest");
    }

    private static AuditEvent event(String act) {
        return new AuditEvent(
                new UUID(0, 1),
                Instant.EPOCH,
                "4f2b",
                "hana",
                "Hana Kim",
                List.of(),
                null,
                act,
                AuditOutcome.DONE,
                null,
                "staff",
                "4f2b",
                null,
                null,
                null,
                "keycloak-1");
    }
}
