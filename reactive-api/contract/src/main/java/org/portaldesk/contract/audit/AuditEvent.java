package org.portaldesk.contract.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the permanent record.
 *
 * @param actor the id of the person or service in Keycloak; {@code portal} for a page without a
 *     sign-in
 * @param act in capitals, such as {@code CODE_ISSUED}
 * @param before what changed, as it was; never a code or an SSN
 * @param after what changed, as it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
        UUID id,
        Instant at,
        String actor,
        String actorUsername,
        String actorName,
        List<String> roles,
        @Nullable String clientAddress,
        String act,
        AuditOutcome outcome,
        @Nullable UUID patientId,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String reason,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        String requestId) {}
