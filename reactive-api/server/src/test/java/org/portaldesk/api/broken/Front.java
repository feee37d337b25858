package org.portaldesk.api.broken;

import java.time.LocalDateTime;
import java.util.UUID;
import org.portaldesk.api.brokentoo.Back;
import reactor.core.publisher.Mono;

/** Makes a cycle, blocks, makes ids of its own, keeps a moment without a zone. */
public class Front {

    LocalDateTime moment = LocalDateTime.MIN;

    void breakRules(Back back) {
        Mono.just(back.front().moment).block();
        UUID.randomUUID();
    }
}
