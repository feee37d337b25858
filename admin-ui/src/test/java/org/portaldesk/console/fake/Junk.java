package org.portaldesk.console.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestJunkApi;
import reactor.core.publisher.Mono;

/** Two networks that sent in bulk. */
public final class Junk implements CodeRequestJunkApi {

    private final Desk desk;
    private final List<JunkGroup> groups = new ArrayList<>();

    Junk(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        var now = Instant.now();
        groups.clear();
        groups.add(
                new JunkGroup(
                        "a1a1a1a1a1a1a1a1", 20, now.minusSeconds(900), now, List.of("Xx Yy")));
        groups.add(
                new JunkGroup("b2b2b2b2b2b2b2b2", 12, now.minusSeconds(60), now, List.of("Qq Zz")));
    }

    @Override
    public synchronized Mono<Page<JunkGroup>> junk() {
        return desk.read("junk", () -> new Page<>(List.copyOf(groups), null));
    }

    @Override
    public synchronized Mono<Removed> remove(RemoveJunk wish) {
        return desk.act(
                "remove junk of " + wish.groups().size(),
                () -> {
                    var gone =
                            groups.stream()
                                    .filter(one -> wish.groups().contains(one.group()))
                                    .toList();
                    groups.removeAll(gone);
                    return new Removed(gone.stream().mapToInt(JunkGroup::requests).sum());
                });
    }
}
