package org.portaldesk.api.notice.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A language in which we write to people. */
public enum Language {
    EN("en-US", "EEEE, MMMM d, y, h:mm a '('vvvv')'"),
    ES("es-US", "EEEE d 'de' MMMM 'de' y 'a las' h:mm a '('vvvv')'");

    private final Locale locale;
    private final DateTimeFormatter moment;

    Language(String locale, String moment) {
        this.locale = Locale.forLanguageTag(locale);
        this.moment = DateTimeFormatter.ofPattern(moment, this.locale);
    }

    /** The language that a row of letters or mails names. */
    public static Language of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** As the row and the names of templates have it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A day in words. */
    public String day(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }

    /** A moment in words, to the minute, with the name of the zone's time. */
    public String moment(Instant moment, ZoneId zone) {
        return this.moment.format(moment.atZone(zone));
    }
}
