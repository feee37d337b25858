package org.portaldesk.keycloak;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Refuses passwords that are too short, hold the person's name, or are made of what everybody would
 * try first. Nothing is asked of their composition, and they do not expire.
 *
 * @see PasswordWorth
 */
final class Unguessable implements PasswordPolicyProvider {

    /** So many characters that follow from nothing. */
    static final int LEAST_WORTH = 8;

    static final String TOO_SHORT = "invalidPasswordMinLengthMessage";
    static final String OWN_NAME = "portalDeskPasswordOwnName";
    static final String GUESSABLE = "portalDeskPasswordGuessable";

    private final KeycloakContext context;

    Unguessable(KeycloakContext context) {
        this.context = context;
    }

    @Override
    public @Nullable PolicyError validate(RealmModel realm, UserModel user, String password) {
        return judged(password, shortest(realm), words(user));
    }

    @Override
    public @Nullable PolicyError validate(String username, String password) {
        return judged(password, shortest(context.getRealm()), List.of(username));
    }

    @Override
    public Object parseConfig(String value) {
        return parseInteger(value, UnguessableFactory.SHORTEST);
    }

    /** Nothing when there is nothing against it. */
    static @Nullable PolicyError judged(String password, int shortest, Collection<String> own) {
        if (length(password) < shortest) {
            return new PolicyError(TOO_SHORT, shortest);
        }
        if (PasswordWorth.holdsOwn(password, own)) {
            return new PolicyError(OWN_NAME);
        }
        return PasswordWorth.of(password, own) < LEAST_WORTH ? new PolicyError(GUESSABLE) : null;
    }

    /** In characters as a person counts them, not in units of the encoding. */
    private static int length(String password) {
        var composed = Normalizer.normalize(password, Form.NFKC);
        return composed.codePointCount(0, composed.length());
    }

    private static int shortest(RealmModel realm) {
        Integer configured = realm.getPasswordPolicy().getPolicyConfig(UnguessableFactory.ID);
        return Objects.requireNonNullElse(configured, UnguessableFactory.SHORTEST);
    }

    private static List<String> words(UserModel user) {
        return Stream.of(
                        user.getUsername(),
                        user.getFirstName(),
                        user.getLastName(),
                        localPart(user.getEmail()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String localPart(@Nullable String email) {
        return email == null ? null : email.split("@", 2)[0];
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
