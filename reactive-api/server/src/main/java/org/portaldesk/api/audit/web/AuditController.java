package org.portaldesk.api.audit.web;

import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.audit.model.HistoryActs;
import org.portaldesk.api.audit.model.SortedEvent;
import org.portaldesk.api.audit.model.Wanted;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditController implements AuditApi {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Mono<Page<AuditEvent>> list(
            @Nullable UUID patientId,
            @Nullable String actor,
            @Nullable String act,
            @Nullable String clientAddress,
            @Nullable AuditOutcome outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AuditSort sort,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var order = sort == null ? AuditSort.TIME : sort;
        var address = literal(clientAddress);
        var last = after(cursor);
        var wanted =
                new Wanted(
                        patientId, actor, act, address, outcome, from, to, order, last, false,
                        null);
        if (order != AuditSort.TIME && !wanted.narrow()) {
            throw ProblemException.invalid("sort", "needs a patient, an actor, an address or from");
        }
        return page(_ -> wanted, limit, "AUDIT_READ");
    }

    @Override
    public Mono<Page<AuditEvent>> history(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        var last = after(cursor);
        return page(
                caller ->
                        Wanted.historyOf(patientId, last, HistoryActs.shownTo(caller.staffRoles())),
                limit,
                "HISTORY_READ");
    }

    private Mono<Page<AuditEvent>> page(
            Function<Caller, Wanted> wanted, @Nullable Integer limit, String act) {
        return Caller.current()
                .flatMap(
                        caller ->
                                audit.read(
                                        caller, wanted.apply(caller), Cursor.rowsFor(limit), act))
                .map(found -> Cursor.page(found, limit, AuditController::place))
                .map(AuditController::events);
    }

    private static Cursor place(SortedEvent last) {
        return Cursor.of(last.event().id(), last.sortedBy());
    }

    private static Page<AuditEvent> events(Page<SortedEvent> page) {
        return new Page<>(page.items().stream().map(SortedEvent::event).toList(), page.next());
    }

    /** One spelling for each address; names are never looked up. */
    private static @Nullable String literal(@Nullable String address) {
        try {
            return address == null ? null : InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            throw ProblemException.invalid("clientAddress", "is not an IP address");
        }
    }

    private static Wanted.@Nullable Place after(@Nullable String cursor) {
        var last = Cursor.parse(cursor, 2);
        return last == null ? null : new Wanted.Place(last.uuid(0), last.parts().get(1));
    }
}
