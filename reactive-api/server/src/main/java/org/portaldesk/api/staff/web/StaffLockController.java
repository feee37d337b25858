package org.portaldesk.api.staff.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.staff.StaffLocks;
import org.portaldesk.api.staff.StaffLocks.Release.Done;
import org.portaldesk.api.staff.StaffLocks.Release.Refused;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.staff.StaffLock;
import org.portaldesk.contract.staff.StaffLockApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class StaffLockController implements StaffLockApi {

    private final StaffLocks locks;

    StaffLockController(StaffLocks locks) {
        this.locks = locks;
    }

    @Override
    public Mono<Page<StaffLock>> list() {
        return Caller.current().flatMap(locks::list).map(found -> new Page<>(found, null));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> release(UUID personId, Release release) {
        return Caller.current()
                .flatMap(caller -> locks.release(caller, personId, release.reason()))
                .flatMap(StaffLockController::answer);
    }

    private static Mono<Void> answer(StaffLocks.Release release) {
        return switch (release) {
            case Done() -> Mono.empty();
            case Refused(var code) -> Mono.error(problem(code));
        };
    }

    private static ProblemException problem(ProblemCode code) {
        return switch (code) {
            case SAME_PERSON -> ProblemException.of(code, "Another supervisor releases you.");
            case NOT_FOUND -> ProblemException.notFound();
            default -> ProblemException.of(code, "Keycloak does not answer now. Try again.");
        };
    }
}
