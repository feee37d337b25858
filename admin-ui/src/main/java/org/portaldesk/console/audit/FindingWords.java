package org.portaldesk.console.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditVerification.Finding;

/** What was done to the record behind our back, in plain words, with the place. */
final class FindingWords {

    private static final int VERSION = 7;
    private static final int BELOW_THE_TIME = 16;

    private FindingWords() {}

    static String what(Finding finding) {
        return Texts.of("finding", finding.kind());
    }

    /** The id of an event, with the time that stands in it; or which checkpoint. */
    static String where(Finding finding) {
        return event(finding.at())
                .map(id -> Texts.text("finding.event", Formats.current().full(when(id)), id))
                .orElseGet(() -> checkpoint(finding.at()));
    }

    private static String checkpoint(String at) {
        var number = at.substring(at.lastIndexOf(' ') + 1);
        return number.chars().allMatch(Character::isDigit)
                ? Texts.text("finding.checkpoint", number)
                : at;
    }

    private static Optional<UUID> event(String at) {
        try {
            return Optional.of(UUID.fromString(at)).filter(id -> id.version() == VERSION);
        } catch (IllegalArgumentException noEvent) {
            return Optional.empty();
        }
    }

    /** Ids are UUIDs of version 7: their first 48 bits are milliseconds. */
    private static Instant when(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> BELOW_THE_TIME);
    }
}
