package org.portaldesk.console.audit;

import com.vaadin.flow.router.QueryParameters;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.SavedSearch;

/**
 * Which events are listed; stands in the address.
 *
 * @param actor a person's id or username
 * @param act such as {@code CODE_ISSUED}
 * @param address the address that a call came from, whole
 * @param from the first day, in the facility's zone
 * @param to the last day, in the facility's zone
 * @param sort what the events are listed by; null for the newest first
 */
record AuditFilter(
        @Nullable UUID patient,
        @Nullable String actor,
        @Nullable String act,
        @Nullable String address,
        @Nullable AuditOutcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable AuditSort sort) {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null, null);

    /** What an address asks for; what cannot be read asks for nothing. */
    static AuditFilter in(QueryParameters query) {
        return new AuditFilter(
                value(query, "patient", UUID::fromString),
                value(query, "actor", Function.identity()),
                value(query, "act", Function.identity()),
                value(query, "address", AuditFilter::address),
                value(query, "outcome", AuditOutcome::valueOf),
                value(query, "from", LocalDate::parse),
                value(query, "to", LocalDate::parse),
                value(query, "sort", AuditSort::valueOf));
    }

    QueryParameters query() {
        var words = new HashMap<String, String>();
        put(words, "patient", patient);
        put(words, "actor", actor);
        put(words, "act", act);
        put(words, "address", address);
        put(words, "outcome", outcome);
        put(words, "from", from);
        put(words, "to", to);
        put(words, "sort", sort);
        return QueryParameters.simple(words);
    }

    /** What was done to one patient's record. */
    static AuditFilter about(UUID patient) {
        return ALL.withPatient(patient);
    }

    /** What one person or service did. */
    static AuditFilter by(String actor) {
        return ALL.withActor(actor);
    }

    private boolean namesSomebody() {
        return patient != null || actor != null;
    }

    /** Whether it is told as a timeline: of somebody, by time. */
    boolean isTimeline() {
        return namesSomebody() && order() == AuditSort.TIME;
    }

    /** Whether it narrows the record enough to be put in any order. */
    boolean isNarrow() {
        return namesSomebody() || address != null || from != null;
    }

    /** What the events are really listed by: a whole record only by time. */
    AuditSort order() {
        return sort != null && isNarrow() ? sort : AuditSort.TIME;
    }

    AuditFilter withPatient(@Nullable UUID patient) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withActor(String actor) {
        var named = actor.isBlank() ? null : actor.strip();
        return new AuditFilter(patient, named, act, address, outcome, from, to, sort);
    }

    AuditFilter withAct(@Nullable String act) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withAddress(@Nullable String address) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withOutcome(@Nullable AuditOutcome outcome) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withFrom(@Nullable LocalDate from) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withTo(@Nullable LocalDate to) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    AuditFilter withSort(@Nullable AuditSort sort) {
        return new AuditFilter(patient, actor, act, address, outcome, from, to, sort);
    }

    /** The first instant that is listed. */
    @Nullable Instant begin(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is no longer listed. */
    @Nullable Instant end(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The same for a search that is kept.
     *
     * @param lastDays instead of its days; null to keep those
     */
    SavedSearch.Criteria criteria(ZoneId zone, @Nullable Integer lastDays) {
        var fixed = lastDays == null;
        return new SavedSearch.Criteria(
                patient,
                actor,
                act,
                address,
                outcome,
                fixed ? begin(zone) : null,
                fixed ? end(zone) : null,
                lastDays,
                sort);
    }

    /** What a kept search means on this day. */
    static AuditFilter of(SavedSearch.Criteria kept, ZoneId zone, LocalDate today) {
        var from =
                kept.lastDays() == null
                        ? day(kept.from(), zone)
                        : today.minusDays(kept.lastDays() - 1L);
        // Kept is the first instant that is no longer wanted.
        var to = kept.to() == null ? null : day(kept.to().minusNanos(1), zone);
        return new AuditFilter(
                kept.patientId(),
                kept.actor(),
                kept.act(),
                kept.clientAddress(),
                kept.outcome(),
                from,
                to,
                kept.sort());
    }

    private static @Nullable LocalDate day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toLocalDate();
    }

    /**
     * An address in the one spelling that the record knows; names are never looked up.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String address(String text) {
        var typed = text.strip();
        if (!typed.contains(":") && !DOTTED.matcher(typed).matches()) {
            // To the JDK, 10.1 is 10.0.0.1.
            throw new IllegalArgumentException(text);
        }
        return InetAddress.ofLiteral(typed).getHostAddress();
    }

    private static <T> @Nullable T value(
            QueryParameters query, String name, Function<String, T> parse) {
        return query.getSingleParameter(name)
                .filter(text -> !text.isBlank())
                .flatMap(text -> parsed(text, parse))
                .orElse(null);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
