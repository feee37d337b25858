package org.portaldesk.api.platform;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.identity.StaffRole;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is doing what is being done, as the record will name them.
 *
 * @param id the subject of the token; {@code portal} for a page without a sign-in
 * @param name how people know them; for services, the name of the client
 * @param roles realm roles, as in the token
 * @param address the client's address
 * @param requestId names this request in console, API, Keycloak and record
 */
public record Caller(
        String id,
        String username,
        String name,
        List<String> roles,
        String address,
        String requestId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Caller {
        roles = List.copyOf(roles);
    }

    /** Somebody on a public page. */
    public static Caller onPublicPage(String address, String requestId) {
        return new Caller("portal", "portal", "Public page", List.of(), address, requestId);
    }

    /** The system itself, in work that no request asked for. */
    public static Caller system(String task, String requestId) {
        return new Caller("system", "system", task, List.of(), "127.0.0.1", requestId);
    }

    /** The caller of the present request; every request has one. */
    public static Mono<Caller> current() {
        return Mono.deferContextual(context -> Mono.just(context.get(Caller.class)));
    }

    /** This caller, for whatever is subscribed below. */
    public Context in(Context context) {
        return context.put(Caller.class, this);
    }

    /** The roles that are staff roles of ours. */
    public Set<StaffRole> staffRoles() {
        return staffRoles(roles);
    }

    /** Those of these realm roles that are staff roles of ours. */
    public static Set<StaffRole> staffRoles(Collection<String> realmRoles) {
        return realmRoles.stream()
                .flatMap(role -> StaffRole.of(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this caller holds the permission. */
    public boolean may(Permission permission) {
        return permission.heldBy(staffRoles());
    }

    /** The first parameter of every statement that writes the record: see {@code AuditSql}. */
    public String asJson() {
        return JSON.writeValueAsString(this);
    }
}
