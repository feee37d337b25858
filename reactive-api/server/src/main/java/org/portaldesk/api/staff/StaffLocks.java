package org.portaldesk.api.staff;

import java.util.List;
import java.util.UUID;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.staff.keycloak.StaffLockCalls;
import org.portaldesk.api.staff.store.StaffLockRows;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.staff.StaffLock;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Lets members of staff in again whom wrong passwords keep out.
 *
 * @see "docs/decisions/0131-a-supervisor-releases-staff.md"
 */
@Component
public class StaffLocks {

    private static final String ACT = "STAFF_LOCK_RELEASED";

    private final StaffLockRows rows;
    private final StaffLockCalls keycloak;
    private final Audit audit;

    StaffLocks(StaffLockRows rows, StaffLockCalls keycloak, Audit audit) {
        this.rows = rows;
        this.keycloak = keycloak;
        this.audit = audit;
    }

    /** What came of a release. */
    public sealed interface Release {

        record Done() implements Release {}

        record Refused(ProblemCode code) implements Release {}
    }

    /** The newest first. */
    public Mono<List<StaffLock>> list(Caller caller) {
        return rows.list(caller);
    }

    /**
     * First in Keycloak, which has an event of its own; so nothing is done that nobody knows of.
     */
    public Mono<Release> release(Caller caller, UUID person, String reason) {
        if (caller.id().equals(person.toString())) {
            return refused(caller, person, ProblemCode.SAME_PERSON);
        }
        return rows.locked(person)
                .flatMap(
                        locked ->
                                keycloak.release(locked)
                                        .then(rows.released(caller, locked, reason.strip()))
                                        .thenReturn((Release) new Release.Done()))
                .onErrorResume(
                        StaffLocks::isAway, _ -> refused(caller, person, ProblemCode.UNAVAILABLE))
                .switchIfEmpty(refused(caller, person, ProblemCode.NOT_FOUND));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof WebClientRequestException
                || failure instanceof WebClientResponseException;
    }

    private Mono<Release> refused(Caller caller, UUID person, ProblemCode code) {
        return audit.refused(caller, ACT, null, "staff", person.toString(), code.name())
                .thenReturn(new Release.Refused(code));
    }
}
