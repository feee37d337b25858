package org.portaldesk.console.widget;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the service promise ends, and how close that is. */
public final class DueClock extends Composite<Span> {

    private static final long serialVersionUID = 1L;

    /** How close the end of a promise is. */
    public enum Severity {
        CRITICALLY_OVERDUE(Tone.DANGER),
        OVERDUE(Tone.WARN),
        DUE_SOON(Tone.WATCH),
        NOT_DUE_YET(Tone.GOOD),
        /** The clock stands still, or the matter is decided. */
        PAUSED(Tone.QUIET);

        private static final Duration CRITICAL = Duration.ofHours(24);
        private static final Duration SOON = Duration.ofHours(8);

        private final Tone tone;

        Severity(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** How close {@code due} is at {@code now}; paused when there is none. */
        public static Severity of(@Nullable Instant due, Instant now) {
            if (due == null) {
                return PAUSED;
            }
            var left = Duration.between(now, due);
            if (left.isPositive()) {
                return left.compareTo(SOON) <= 0 ? DUE_SOON : NOT_DUE_YET;
            }
            return left.negated().compareTo(CRITICAL) >= 0 ? CRITICALLY_OVERDUE : OVERDUE;
        }
    }

    public DueClock(@Nullable Instant due) {
        this(due, Instant.now(), Formats.current());
    }

    /**
     * @param tone how pressing it is by the desk's own hours, where the API has said so
     */
    public DueClock(Instant due, Tone tone) {
        var now = Instant.now();
        var formats = Formats.current();
        getContent().add(new StatusBadge(tone, words(due, now, Severity.of(due, now), formats)));
        getContent().setTitle(formats.full(due));
    }

    DueClock(@Nullable Instant due, Instant now, Formats formats) {
        var severity = Severity.of(due, now);
        getContent().add(new StatusBadge(severity.tone(), words(due, now, severity, formats)));
        if (due != null) {
            getContent().setTitle(formats.full(due));
        }
    }

    private static String words(
            @Nullable Instant due, Instant now, Severity severity, Formats formats) {
        if (due == null) {
            return Texts.text("due.paused");
        }
        return switch (severity) {
            case CRITICALLY_OVERDUE -> Texts.text("due.days", Duration.between(due, now).toDays());
            case OVERDUE -> Texts.text("due.since", formats.moment(due));
            case DUE_SOON, NOT_DUE_YET, PAUSED -> Texts.text("due.by", formats.moment(due));
        };
    }
}
