package org.portaldesk.api.account.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
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
        @Nullable List<Credential> credentials) {

    private static final String PERSON = "person_id";
    private static final String ACTIVATION = "activation_id";
    private static final String LOCALE = "locale";

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
                List.of(new Credential("password", user.password(), false)));
    }

    /** The change that opens the account. */
    public static UserRepresentation enabling() {
        return new UserRepresentation(null, null, null, null, true, null, null);
    }

    /** Whether the user may sign in. */
    public boolean isEnabled() {
        return Boolean.TRUE.equals(enabled);
    }

    /** Whether this attempt made the user. */
    public boolean cameBy(UUID activationId) {
        return attributes != null
                && attributes.getOrDefault(ACTIVATION, List.of()).contains(activationId.toString());
    }
}
