package org.portaldesk.api.staff.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak tells of staff, in the record's words. What was typed at a sign-in is not in it: it
 * may be a password in the wrong field.
 *
 * @param id Keycloak's own, by which it goes onto the record once
 * @param at when it happened, by Keycloak's clock
 * @param person who did it; absent where a stranger typed a name that nobody has
 * @param username absent where Keycloak does not say
 * @param objectType what it was done to: {@code staff}, {@code staff_group} or {@code staff_role}
 * @param reason a code, for refusals
 * @param after what else there is to know, such as the roles that were granted
 */
public record StaffEvent(
        String id,
        Instant at,
        StaffAct act,
        @Nullable String person,
        @Nullable String username,
        @Nullable String address,
        String objectType,
        @Nullable String objectId,
        @Nullable String reason,
        Map<String, Object> after) {

    public StaffEvent {
        after = Map.copyOf(after);
    }
}
