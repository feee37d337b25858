package org.portaldesk.api.clinician;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.clinician.model.FeedClinician;
import org.portaldesk.api.clinician.store.ClinicianRows;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.Clinician.Source;
import org.portaldesk.contract.clinician.ClinicianApi.Keep;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The directory of clinicians, kept by the feed and by administrators.
 *
 * @see "docs/decisions/0126-determiners.md"
 */
@Component
public class Clinicians {

    private static final String CHANGED = "CLINICIAN_CHANGED";

    private final ClinicianRows rows;
    private final Audit audit;

    Clinicians(ClinicianRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** What came of an act on an entry; refusals are on record. */
    public sealed interface Outcome {

        record Stands(Clinician clinician) implements Outcome {}

        record Unknown() implements Outcome {}

        record Stale() implements Outcome {}

        record Ended() implements Outcome {}

        /** License, NPI or member of staff are another entry's. */
        record Taken() implements Outcome {}

        /** The feed says what was to be changed. */
        record KeptByFeed() implements Outcome {}
    }

    /** By name. */
    public Mono<Page<Clinician>> list(
            @Nullable String words,
            boolean counting,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var after = Cursor.parse(cursor, 2);
        return rows.list(words, counting, after, Cursor.rowsFor(limit))
                .map(
                        found ->
                                Cursor.page(
                                        found,
                                        limit,
                                        one -> Cursor.of(one.sortName(), one.clinician().id())))
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream()
                                                .map(ClinicianRows.Listed::clinician)
                                                .toList(),
                                        page.next()));
    }

    /** Adds one. */
    public Mono<Outcome> add(Caller caller, Keep keep) {
        return rows.add(caller, keep)
                .flatMap(this::standing)
                .onErrorResume(
                        DuplicateKeyException.class,
                        _ ->
                                refused(
                                        caller,
                                        "CLINICIAN_ADDED",
                                        null,
                                        "TAKEN",
                                        new Outcome.Taken()));
    }

    /** Changes one; of one whom the feed keeps, the member of staff alone. */
    public Mono<Outcome> change(Caller caller, UUID id, Keep keep, OptionalInt seen) {
        return rows.get(id)
                .flatMap(found -> change(caller, found, keep, seen))
                .defaultIfEmpty(new Outcome.Unknown());
    }

    /** Ends one for good. */
    public Mono<Outcome> end(Caller caller, UUID id) {
        return rows.end(caller, id)
                .flatMap(
                        done ->
                                done
                                        ? standing(id)
                                        : rows.get(id)
                                                .flatMap(
                                                        _ ->
                                                                refused(
                                                                        caller,
                                                                        "CLINICIAN_ENDED",
                                                                        id,
                                                                        "ENDED",
                                                                        new Outcome.Ended())))
                .defaultIfEmpty(new Outcome.Unknown());
    }

    /** Stores clinicians from the feed, each with its event on record. */
    public Mono<List<Receipt>> receive(Caller caller, List<FeedClinician> clinicians) {
        return rows.receive(caller, clinicians);
    }

    private Mono<Outcome> change(Caller caller, Clinician found, Keep keep, OptionalInt seen) {
        if (seen.isPresent() && seen.getAsInt() != found.version()) {
            return refused(caller, CHANGED, found.id(), "STALE", new Outcome.Stale());
        }
        if (found.source() == Source.FEED && !saysWhatTheFeedSays(found, keep)) {
            return refused(caller, CHANGED, found.id(), "KEPT_BY_FEED", new Outcome.KeptByFeed());
        }
        return rows.change(caller, found, keep)
                .flatMap(
                        done ->
                                done
                                        ? standing(found.id())
                                        : refused(
                                                caller,
                                                CHANGED,
                                                found.id(),
                                                "ENDED",
                                                new Outcome.Ended()))
                .onErrorResume(
                        DuplicateKeyException.class,
                        _ -> refused(caller, CHANGED, found.id(), "TAKEN", new Outcome.Taken()));
    }

    private static boolean saysWhatTheFeedSays(Clinician found, Keep keep) {
        var from = keep.from();
        return Objects.requireNonNullElse(keep.givenName(), "").equals(found.givenName())
                && keep.familyName().equals(found.familyName())
                && keep.licenseNumber().equals(found.licenseNumber())
                && keep.licenseState().equals(found.licenseState())
                && Objects.equals(keep.npi(), found.npi())
                && (from == null || from.equals(found.from()))
                && Objects.equals(keep.until(), found.until());
    }

    private Mono<Outcome> standing(UUID id) {
        return rows.get(id).map(Outcome.Stands::new);
    }

    private Mono<Outcome> refused(
            Caller caller, String act, @Nullable UUID id, String reason, Outcome outcome) {
        var object = id == null ? null : id.toString();
        return audit.refused(caller, act, null, "clinician", object, reason).thenReturn(outcome);
    }
}
