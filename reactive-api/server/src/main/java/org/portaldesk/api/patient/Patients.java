package org.portaldesk.api.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.Accounts;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.patient.model.PatientQuery;
import org.portaldesk.api.patient.store.FeedStore;
import org.portaldesk.api.patient.store.ReadStore;
import org.portaldesk.api.patient.store.SearchRow;
import org.portaldesk.api.patient.store.SearchStore;
import org.portaldesk.api.patient.store.SearchStore.After;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.portaldesk.contract.patient.RevealField;
import org.portaldesk.contract.patient.RevealedField;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The registry of patients. Each search and each reading is on record by the statement that does
 * it; if it cannot be, nothing is answered.
 */
@Component
public class Patients {

    private static final int KEY_PARTS = 2;
    private static final int MOST_BIRTH_DATES_MISSED = 5;

    private final FeedStore feed;
    private final SearchStore searches;
    private final ReadStore reads;
    private final Accounts accounts;
    private final Audit audit;
    private final Facility facility;

    Patients(
            FeedStore feed,
            SearchStore searches,
            ReadStore reads,
            Accounts accounts,
            Audit audit,
            Facility facility) {
        this.feed = feed;
        this.searches = searches;
        this.reads = reads;
        this.accounts = accounts;
        this.audit = audit;
        this.facility = facility;
    }

    /**
     * Puts patients from the feed into the registry, each with its event on record; no id and no
     * MRN is in the list twice.
     */
    public Mono<List<Receipt>> receive(Caller caller, List<FeedPatient> patients) {
        return feed.receive(caller, patients);
    }

    /** Patients who fit what was typed, best first, as this caller may see them. */
    public Mono<Page<PatientSummary>> search(Caller caller, PatientSearch search) {
        var query = PatientQuery.parse(search.q(), LocalDate.now(facility.zone()));
        var view = View.of(caller, facility);
        return guarded(caller, query, view)
                .then(
                        searches.search(
                                caller,
                                query,
                                after(search.cursor()),
                                Cursor.rowsFor(search.limit())))
                .map(rows -> Cursor.page(rows, search.limit(), Patients::key))
                .zipWith(
                        accounts.lockedPatients(),
                        (page, locked) ->
                                page(page, row -> view.summary(row, locked, view.rows(query))));
    }

    /**
     * Refuses whoever sees birth dates masked and has tried too many: the search must not tell them
     * by finding somebody.
     */
    private Mono<Void> guarded(Caller caller, PatientQuery query, View view) {
        if (view.unmasked() || !query.kinds().contains(PatientQuery.Kind.BIRTH_DATE)) {
            return Mono.empty();
        }
        return searches.birthDatesMissed(caller)
                .filter(missed -> missed >= MOST_BIRTH_DATES_MISSED)
                .flatMap(_ -> refused(caller));
    }

    private Mono<Void> refused(Caller caller) {
        return audit.refused(caller, "PATIENTS_SEARCHED", null, null, null, "TOO_MANY_BIRTH_DATES")
                .then(
                        Mono.error(
                                ProblemException.of(
                                        ProblemCode.TOO_MANY_REQUESTS,
                                        "Too many birth dates found nobody within the hour. Search by another"
                                                + " identifier.")));
    }

    /** One patient as this caller may see them; empty when there is none of this id. */
    public Mono<Patient> find(Caller caller, UUID id) {
        var view = View.of(caller, facility);
        return reads.find(caller, id)
                .flatMap(row -> accounts.lockedPatients().map(locked -> view.patient(row, locked)));
    }

    /** One field in clear; empty when there is no such patient. */
    public Mono<RevealedField> reveal(Caller caller, UUID id, RevealField wanted) {
        MaskedField field = wanted.field();
        return reads.reveal(caller, id, field.name(), wanted.reason().strip())
                .map(value -> new RevealedField(field, value.orElse(null)));
    }

    private static Page<PatientSummary> page(
            Page<SearchRow> rows, Function<SearchRow, PatientSummary> shown) {
        return new Page<>(rows.items().stream().map(shown).toList(), rows.next());
    }

    private static Cursor key(SearchRow row) {
        return Cursor.of(row.rank(), row.id());
    }

    private static After after(@Nullable String cursor) {
        var last = Cursor.parse(cursor, KEY_PARTS);
        return last == null ? After.NONE : new After(last.integer(0), last.uuid(1));
    }
}
