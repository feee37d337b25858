package org.portaldesk.keycloak;

/**
 * Whom somebody tries to sign in as, and from which address. As text it is {@code
 * person@address#time}; the time is left out where it does not matter.
 */
record Pair(String user, String address) {

    static Pair of(String text) {
        var at = text.indexOf('@');
        var hash = text.indexOf('#');
        return new Pair(
                text.substring(0, at), text.substring(at + 1, hash < 0 ? text.length() : hash));
    }

    @Override
    public String toString() {
        return user + "@" + address;
    }
}
