package org.portaldesk.api.account.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.NewPortalUser;

/** A user as Keycloak's Admin REST API shows it, as far as we look. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record UserRepresentation(
        @Nullable UUID id,
        @Nullable String username,
        @Nullable String email,
        @Nullable Boolean emailVerified,
        @Nullable Boolean enabled,
        @Nullable Map<String, List<String>> attributes,
        @Nullable List<String> groups,
        @Nullable List<Credential> credentials) {

    /** The API may make users in this group alone. */
    private static final String PORTAL_USERS = "/portal-users";

    private static final String PERSON = "person_id";
    private static final String ACTIVATION = "activation_id";
    private static final String LOCALE = "locale";
    private static final String NEWEST_LINK = "reset_link";
    private static final String DISABLED_REASON = "disabledReason";
    private static final String PERMANENT_LOCK = "permanentLockout";

    /** What {@link KeycloakUsers#having} finds the users by that a permanent lock has disabled. */
    public static final String LOCKED_FOR_GOOD = DISABLED_REASON + ":" + PERMANENT_LOCK;

    /** A password on its way to Keycloak. */
    public record Credential(String type, String value, boolean temporary) {

        @Override
        public String toString() {
            return "Credential[…]";
        }
    }

    /** Disabled until the code that it came by is marked as redeemed. */
    public static UserRepresentation disabled(NewPortalUser user) {
        return new UserRepresentation(
                null,
                user.username(),
                user.email(),
                false,
                false,
                Map.of(
                        PERSON, List.of(user.personId().toString()),
                        ACTIVATION, List.of(user.activationId().toString()),
                        LOCALE, List.of(user.language())),
                List.of(PORTAL_USERS),
                List.of(new Credential("password", user.password(), false)));
    }

    /** The change that opens the account. */
    public static UserRepresentation enabling() {
        return enabled(true);
    }

    /** The change that closes the account. */
    public static UserRepresentation disabling() {
        return enabled(false);
    }

    /**
     * The change before a link goes out: to this address, and no other link counts. What else is
     * known of the user is named again, for Keycloak forgets what is left out of attributes.
     *
     * @see "docs/decisions/0064-earlier-links-end.md"
     */
    public UserRepresentation reachedBy(String email, UUID link) {
        var kept = new HashMap<>(attributes == null ? Map.of() : attributes);
        kept.put(NEWEST_LINK, List.of(link.toString()));
        return new UserRepresentation(null, username, email, null, null, kept, null, null);
    }

    private static UserRepresentation enabled(boolean enabled) {
        return new UserRepresentation(null, null, null, null, enabled, null, null, null);
    }

    /** Whether the user may sign in. */
    public boolean maySignIn() {
        return Boolean.TRUE.equals(enabled);
    }

    /** Whether brute-force detection has disabled the user; somebody's hand leaves another mark. */
    public boolean lockedForGood() {
        return !maySignIn()
                && attributes != null
                && attributes.getOrDefault(DISABLED_REASON, List.of()).contains(PERMANENT_LOCK);
    }

    /** Whether this attempt made the user. */
    public boolean cameBy(UUID activationId) {
        return attributes != null
                && attributes.getOrDefault(ACTIVATION, List.of()).contains(activationId.toString());
    }
}
