package org.portaldesk.local.backing;

/** How somebody signs in to one of the servers. */
public record Login(String username, String password) {

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return username;
    }
}
