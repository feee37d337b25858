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
    private final KeyRing documents;

    /**
     * @param codeKey base64 of at least 32 random bytes; earlier ones behind it, separated by
     *     commas; {@code answerKey} and {@code documentKey} likewise
     */
    public SecretKeys(String codeKey, String answerKey, String documentKey) {
        codes = KeyRing.of("PORTAL_DESK_CODE_KEY", codeKey);
        answers = KeyRing.of("PORTAL_DESK_ANSWER_KEY", answerKey);
        documents = KeyRing.of("PORTAL_DESK_DOCUMENT_KEY", documentKey);
        mustDiffer("PORTAL_DESK_ANSWER_KEY", answers, "PORTAL_DESK_CODE_KEY", codes);
        mustDiffer("PORTAL_DESK_DOCUMENT_KEY", documents, "PORTAL_DESK_CODE_KEY", codes);
        mustDiffer("PORTAL_DESK_DOCUMENT_KEY", documents, "PORTAL_DESK_ANSWER_KEY", answers);
    }

    /** Of activation codes and one-time codes. */
    public KeyRing codes() {
        return codes;
    }

    /** Of kept answers and drafts. */
    public KeyRing answers() {
        return answers;
    }

    /** Of the documents of requests. */
    public KeyRing documents() {
        return documents;
    }

    private static void mustDiffer(String name, KeyRing ring, String otherName, KeyRing other) {
        if (ring.sharesAKeyWith(other)) {
            throw new IllegalArgumentException(name + " must differ from " + otherName);
        }
    }

    @Override
    public String toString() {
        return "SecretKeys[…]";
    }
}
