package org.portaldesk.console.fake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.staff.StaffLock;
import org.portaldesk.contract.staff.StaffLockApi;
import reactor.core.publisher.Mono;

/** One member of staff who is locked out, until they are released. */
public final class StaffLocks implements StaffLockApi {

    private static final UUID ELENA = new UUID(7, 7);

    private final Desk desk;
    private final List<StaffLock> locks = new CopyOnWriteArrayList<>();

    StaffLocks(Desk desk) {
        this.desk = desk;
        reset();
    }

    public void reset() {
        locks.clear();
        locks.add(
                new StaffLock(
                        ELENA,
                        "Elena Marchetti",
                        "e.marchetti",
                        Instant.parse("2026-06-24T13:04:00Z"),
                        List.of("203.0.113.9", "2001:db8::7")));
    }

    @Override
    public Mono<Page<StaffLock>> list() {
        return desk.read("staff locks", () -> new Page<>(List.copyOf(locks), null));
    }

    @Override
    public Mono<Void> release(UUID personId, Release release) {
        return desk.act(
                        "release staff because " + release.reason(),
                        () -> locks.removeIf(one -> one.personId().equals(personId)))
                .then();
    }
}
