package org.portaldesk.local;

/** What is shown when the system is ready: where everything is and who can sign in. */
final class Welcome {

    private Welcome() {}

    static String text(AccessFile access, Place place, double seconds) {
        var text = new StringBuilder();
        text.append("\nReady after %.1f s.\n\n".formatted(seconds));
        row(text, "Console", access.console());
        row(text, "API", access.api() + "/docs");
        row(text, "Keycloak", access.keycloak());
        row(text, "Database", "postgresql://" + access.database().replaceFirst(".*@", ""));
        row(text, "Mail", "SMTP " + access.mail().smtp() + ", IMAP " + access.mail().imap());
        text.append("\nStaff\n");
        for (AccessFile.Member member : access.staff()) {
            text.append(
                    "  %-18s %-26s %s%n"
                            .formatted(
                                    member.username(),
                                    member.password(),
                                    String.join(", ", member.roles())));
        }
        text.append("\nThe same, and all other passwords: ").append(place.access());
        text.append("\nEnd it with ./portal-desk stop\n");
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("  %-10s %s%n".formatted(name, value));
    }
}
