package org.portaldesk.api.privacy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.policy.Settings;
import org.portaldesk.api.privacy.model.Reading;
import org.portaldesk.api.privacy.store.ShownRows;
import org.portaldesk.api.privacy.store.ShownRows.Explained;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.ReadingApi.ReadingBudget;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many patients each member of staff may be shown within an hour, by role: whoever has several
 * roles has the largest budget of theirs.
 *
 * <p>What was shown is counted on the record, whatever path led there; after five seconds at most,
 * and before anybody can have been shown more than there is room for.
 *
 * @see "docs/decisions/0128-reading-budgets.md"
 */
@Component
public class ReadingBudgets {

    private static final Map<String, Setting<Integer>> SHOWN =
            Arrays.stream(StaffRole.values())
                    .collect(toUnmodifiableMap(StaffRole::realmRole, ReadingBudgets::setting));

    /** More than anybody employs; forgetting all of them only counts them anew. */
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, RoomLeft> known = new ConcurrentHashMap<>();
    private final ShownRows rows;
    private final Policy policy;

    ReadingBudgets(ShownRows rows, Policy policy) {
        this.rows = rows;
        this.policy = policy;
    }

    private static Setting<Integer> setting(StaffRole role) {
        var shipped =
                switch (role) {
                    case SUPPORT_AGENT, CLINICIAN, ADMINISTRATOR -> 200;
                    case HIM_STAFF, ROI_REVIEWER, SUPERVISOR -> 600;
                    case PRIVACY_OFFICER -> 1_500;
                };
        return Setting.number(
                "watch.patients-shown-per-hour." + role.realmRole(), shipped, 2, 1_000_000);
    }

    /** The budgets in force by realm role, for the rule that opens the cases. */
    static Map<String, Integer> byRole(Settings settings) {
        return SHOWN.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, one -> settings.get(one.getValue())));
    }

    /** What comes of one more reading by a member of staff. */
    public Mono<Reading> before(Caller caller) {
        var room = known.get(caller.id());
        return room != null && room.takes()
                ? Mono.just(new Reading.Free(0))
                : budget(caller).flatMap(budget -> counted(caller, budget));
    }

    /** Empty while nobody asks for a reason. */
    public Mono<Optional<ReadingBudget>> explain(Caller caller, String reason) {
        return budget(caller)
                .flatMap(
                        budget ->
                                rows.explain(caller, reason.strip(), budget, Reading.FREE_BUDGETS)
                                        .map(done -> explained(done, budget)));
    }

    private static Optional<ReadingBudget> explained(Explained done, int budget) {
        return done.needed()
                ? Optional.of(
                        new ReadingBudget(
                                done.shown().patients(),
                                Reading.mostShown(budget, done.shown().reasons() + 1)))
                : Optional.empty();
    }

    private Mono<Integer> budget(Caller caller) {
        return policy.inForce()
                .map(
                        settings ->
                                SHOWN.entrySet().stream()
                                        .filter(one -> caller.roles().contains(one.getKey()))
                                        .mapToInt(one -> settings.get(one.getValue()))
                                        .max()
                                        .orElse(0));
    }

    private Mono<Reading> counted(Caller caller, int budget) {
        return rows.shown(caller)
                .map(shown -> Reading.of(shown.patients(), shown.reasons(), budget))
                .doOnNext(reading -> keep(caller, reading));
    }

    private void keep(Caller caller, Reading reading) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        if (reading instanceof Reading.Free(var room)) {
            known.put(caller.id(), new RoomLeft(room));
        } else {
            known.remove(caller.id());
        }
    }
}
