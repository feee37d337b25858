package org.portaldesk.keycloak;

import java.text.Normalizer;
import java.text.Normalizer.Form;
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
        return judged(password, shortest(realm), Own.of(user, house(realm)));
    }

    @Override
    public @Nullable PolicyError validate(String username, String password) {
        var realm = context.getRealm();
        return judged(
                password, shortest(realm), new Own(List.of(username), List.of(), house(realm)));
    }

    @Override
    public Object parseConfig(String value) {
        return parseInteger(value, UnguessableFactory.SHORTEST);
    }

    /** Nothing when there is nothing against it. */
    static @Nullable PolicyError judged(String password, int shortest, Own own) {
        if (length(password) < shortest) {
            return new PolicyError(TOO_SHORT, shortest);
        }
        if (own.in(password)) {
            return new PolicyError(OWN_NAME);
        }
        return PasswordWorth.of(password, own.guessed()) < LEAST_WORTH
                ? new PolicyError(GUESSABLE)
                : null;
    }

    /**
     * In characters as a person counts them: an accent that is typed by itself is none, and a
     * ligature that stands for a sentence is one.
     */
    private static int length(String password) {
        var composed = Normalizer.normalize(password, Form.NFKC);
        return Math.min(
                password.codePointCount(0, password.length()),
                composed.codePointCount(0, composed.length()));
    }

    /** The hospital's name: patients see it as the realm's. */
    private static List<String> house(RealmModel realm) {
        return Stream.ofNullable(realm.getDisplayName()).toList();
    }

    private static int shortest(RealmModel realm) {
        Integer configured = realm.getPasswordPolicy().getPolicyConfig(UnguessableFactory.ID);
        return Objects.requireNonNullElse(configured, UnguessableFactory.SHORTEST);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
