package org.portaldesk.api.platform.secret;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys that never touch the database. A missing, short or placeholder key stops the start with a
 * message that names the variable.
 */
@ConfigurationProperties("portal-desk.secret")
public final class SecretKeys {

    private final KeyRing codes;
    private final KeyRing answers;

    /**
     * @param codeKey base64 of at least 32 random bytes; earlier ones behind it, separated by
     *     commas; {@code answerKey} likewise
     */
    public SecretKeys(String codeKey, String answerKey) {
        codes = KeyRing.of("PORTAL_DESK_CODE_KEY", codeKey);
        answers = KeyRing.of("PORTAL_DESK_ANSWER_KEY", answerKey);
        if (codes.sharesAKeyWith(answers)) {
            throw new IllegalArgumentException(
                    "PORTAL_DESK_ANSWER_KEY must differ from PORTAL_DESK_CODE_KEY");
        }
    }

    /** Of activation codes and one-time codes. */
    public KeyRing codes() {
        return codes;
    }

    /** Of kept answers and drafts. */
    public KeyRing answers() {
        return answers;
    }

    @Override
    public String toString() {
        return "SecretKeys[…]";
    }
}
