package org.portaldesk.api.privacy.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.Template;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.privacy.AccessReport.Kind;

/** A report's words in one language. */
public final class ReportWords {

    private static final Map<Language, ReportWords> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new ReportWords(language));
        }
    }

    private final Properties words = new Properties();

    private ReportWords(Language language) {
        var text = Template.resource("report/v1/" + language.tag() + ".properties").fill(Map.of());
        try {
            words.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of that language. */
    public static ReportWords in(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    /** Whether there are words of its own for an act. */
    public boolean knows(String act) {
        return words.containsKey("act." + act);
    }

    /** An act in plain words; one that came after these words is called by its name. */
    public String what(String act) {
        return words.getProperty("act." + act, word("act.OTHER") + " (" + act + ")");
    }

    /** Whose hand it was, as the patient may know it. */
    public String who(ReportEntry entry) {
        return switch (entry.kind()) {
            case SELF -> word("who.SELF");
            case PROXY -> word("who.PROXY") + named(": ", entry.name(), "");
            case STAFF -> roles(entry) + named(" (", entry.name(), ")");
            case SYSTEM -> roles(entry);
        };
    }

    /** A kind of people, for a column. */
    public String kind(Kind kind) {
        return word("kind." + kind);
    }

    /** How it came out. */
    public String outcome(AuditOutcome outcome) {
        return word("outcome." + outcome);
    }

    /** Some other word of the report. */
    public String word(String key) {
        var word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("There is no word for " + key);
        }
        return word;
    }

    private String roles(ReportEntry entry) {
        var known =
                entry.roles().stream()
                        .filter(role -> words.containsKey("role." + role))
                        .map(role -> word("role." + role))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return known.isEmpty() ? word("role.none") : known;
    }

    private static String named(String before, @Nullable String name, String after) {
        return name == null ? "" : before + name + after;
    }
}
