package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.proxy.store.Columns.get;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.proxy.model.ReviewCase.OnRecord;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.contract.portal.PortalProxyApi.RequestAccess;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Requests on their way into PostgreSQL. Each method is one statement. */
@Component
public class IntakeRows {

    /**
     * A request of the desk, with what was found out about it.
     *
     * @param documents that wait for it
     * @param accessClass by the rule of today
     */
    public record NewRequest(
            UUID id,
            SubmitProxyRequest said,
            Instant receivedAt,
            ReviewPromise promise,
            List<UUID> documents,
            AccessClass accessClass) {}

    private final Database database;

    IntakeRows(Database database) {
        this.database = database;
    }

    /**
     * A patient for whom a request comes in.
     *
     * @param freshId for the request
     */
    public record Subject(OnRecord patient, UUID freshId) {}

    /** Empty when there is no such patient. */
    public Mono<Subject> patient(UUID id) {
        return database.statement(IntakeSql.PATIENT, id)
                .map(
                        (row, _) ->
                                new Subject(
                                        new OnRecord(
                                                get(row, "id", UUID.class),
                                                get(row, "birth_date", LocalDate.class),
                                                get(row, "deceased", Boolean.class)),
                                        get(row, "fresh_id", UUID.class)))
                .one();
    }

    /** Records a request of the desk; empty when the patient is gone. */
    public Mono<UUID> submit(Caller caller, NewRequest request, Kept kept, Object answer) {
        var said = request.said();
        var proxy = said.proxy();
        var parameters = new ArrayList<Object>();
        parameters.addAll(
                List.of(
                        caller.asJson(),
                        said.patientId(),
                        said.kind().name(),
                        said.relationship().name(),
                        proxy.givenName().strip(),
                        proxy.familyName().strip(),
                        proxy.birthDate(),
                        text(proxy.email()),
                        text(proxy.phone()),
                        text(proxy.email() == null ? null : Folding.email(proxy.email())),
                        text(proxy.phone() == null ? null : Folding.phone(proxy.phone())),
                        GrantRows.words(proxy.givenName()),
                        GrantRows.words(proxy.familyName()),
                        request.receivedAt(),
                        request.promise().targetAt(),
                        request.promise().dueAt(),
                        request.documents().toArray(UUID[]::new),
                        request.accessClass().name(),
                        request.id(),
                        text(proxy.postalAddress())));
        parameters.addAll(kept.parameters(answer));
        return database.statement(IntakeSql.SUBMIT, parameters.toArray())
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    /** Records a request of whoever is signed in; empty without an account or after too many. */
    public Mono<UUID> submitAtPortal(
            Caller caller,
            RequestAccess said,
            Instant receivedAt,
            ReviewPromise promise,
            int mostADay) {
        var child = said.patient();
        return database.statement(
                        IntakeSql.SUBMIT_AT_PORTAL,
                        caller.asJson(),
                        child.givenName().strip(),
                        child.familyName().strip(),
                        child.birthDate(),
                        GrantRows.words(child.givenName()),
                        GrantRows.words(child.familyName()),
                        said.relationship().name(),
                        promise.targetAt(),
                        promise.dueAt(),
                        mostADay,
                        receivedAt)
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    /** Adds pages to an open request; false when there is none. */
    public Mono<Boolean> addDocuments(Caller caller, UUID request, List<UUID> documents) {
        return database.statement(
                        IntakeSql.ADD_DOCUMENTS,
                        caller.asJson(),
                        request,
                        documents.toArray(UUID[]::new))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private static Object text(@Nullable String value) {
        return nullable(value == null || value.isBlank() ? null : value.strip(), String.class);
    }
}
