package org.portaldesk.api.platform.security;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.identity.Permission;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MeController implements MeApi {

    private final Facility facility;

    MeController(Facility facility) {
        this.facility = facility;
    }

    @Override
    public Mono<Me> me() {
        return Caller.current().map(this::describe);
    }

    private Me describe(Caller caller) {
        var permissions =
                Arrays.stream(Permission.values())
                        .filter(caller::may)
                        .collect(Collectors.toUnmodifiableSet());
        return new Me(
                caller.id(),
                caller.username(),
                caller.name(),
                caller.staffRoles(),
                permissions,
                new Me.Facility(facility.name(), facility.zone()));
    }
}
