package org.portaldesk.api.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.audit.model.SortedEvent;
import org.portaldesk.api.audit.model.Wanted;
import org.portaldesk.api.audit.seal.RecordExport;
import org.portaldesk.api.audit.seal.SealedEvent;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.privacy.fhir.AuditBundle;
import org.portaldesk.api.privacy.model.AuditQuery;
import org.portaldesk.api.privacy.store.PatientIds;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.ExportManifest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The record for other systems, as FHIR.
 *
 * @see "docs/decisions/0093-the-record-as-fhir.md"
 */
@Component
public class AuditExchange {

    private static final String ACT = "AUDIT_EVENTS_READ";

    private final Audit audit;
    private final RecordExport exports;
    private final PatientIds patients;
    private final AuditBundle bundles;

    AuditExchange(Audit audit, RecordExport exports, PatientIds patients, AuditBundle bundles) {
        this.audit = audit;
        this.exports = exports;
        this.patients = patients;
        this.bundles = bundles;
    }

    /**
     * A page of events, newest first, as a bundle in JSON.
     *
     * @param address makes the address of a page from its cursor, null for the first
     */
    public Mono<String> search(
            Caller caller,
            AuditQuery query,
            @Nullable String cursor,
            @Nullable Integer count,
            Function<@Nullable String, String> address) {
        var last = Cursor.parse(cursor, 1);
        var before = last == null ? null : last.uuid(0);
        return found(caller, query, before, count)
                .flatMap(page -> bundle(page, address.apply(cursor), next(page, address)));
    }

    /** The sealed events of a period, as lines, many at a time; on record before the first. */
    public Flux<String> export(Caller caller, @Nullable Instant from, @Nullable Instant to) {
        return exports.events(caller, from, to)
                .concatMap(
                        events ->
                                patients.feeds(named(events.stream().map(SealedEvent::event)))
                                        .publishOn(Schedulers.boundedElastic())
                                        .map(feeds -> bundles.lines(events, feeds)),
                        1);
    }

    /** What that export holds, and how it is proven. */
    public Mono<ExportManifest> manifest(@Nullable Instant from, @Nullable Instant to) {
        return exports.manifest(from, to);
    }

    private static Set<UUID> named(Stream<AuditEvent> events) {
        return events.map(AuditEvent::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Mono<Page<AuditEvent>> found(
            Caller caller, AuditQuery query, @Nullable UUID before, @Nullable Integer count) {
        if (query.patient() == null) {
            return read(caller, query, null, before, count);
        }
        return patients.ours(query.patient())
                .flatMap(patient -> read(caller, query, patient, before, count))
                .switchIfEmpty(Mono.defer(() -> ofNobody(caller)));
    }

    private Mono<Page<AuditEvent>> read(
            Caller caller,
            AuditQuery query,
            @Nullable UUID patient,
            @Nullable UUID before,
            @Nullable Integer count) {
        var wanted =
                new Wanted(
                        patient,
                        query.agent(),
                        null,
                        null,
                        null,
                        query.from(),
                        query.to(),
                        AuditSort.TIME,
                        before == null ? null : new Wanted.Place(before, ""),
                        false,
                        null);
        return audit.read(caller, wanted, Cursor.rowsFor(count), ACT)
                .map(found -> found.stream().map(SortedEvent::event).toList())
                .map(events -> Cursor.page(events, count, event -> Cursor.of(event.id())));
    }

    private Mono<Page<AuditEvent>> ofNobody(Caller caller) {
        return audit.refused(caller, ACT, null, "patient", null, "UNKNOWN_PATIENT")
                .thenReturn(new Page<>(List.of(), null));
    }

    private static @Nullable String next(
            Page<AuditEvent> page, Function<@Nullable String, String> address) {
        return page.next() == null ? null : address.apply(page.next());
    }

    private Mono<String> bundle(Page<AuditEvent> page, String self, @Nullable String next) {
        return patients.feeds(named(page.items().stream()))
                .publishOn(Schedulers.boundedElastic())
                .map(feeds -> bundles.written(page.items(), feeds, self, next));
    }
}
