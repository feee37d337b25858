package org.portaldesk.api.platform.web;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.contract.Headers;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/** Who is behind an exchange: the one place where a token becomes a {@link Caller}. */
public final class Callers {

    /** The console's client, whose tokens never leave it. */
    private static final String CONSOLE = "admin-ui";

    private Callers() {}

    /** The person or service that this authentication stands for. */
    public static Caller of(ServerWebExchange exchange, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof Jwt token)) {
            return anonymous(exchange);
        }
        var subject = Objects.requireNonNull(token.getSubject(), "a token without a subject");
        var username = text(token, "preferred_username").orElse(subject);
        return new Caller(
                subject,
                username,
                text(token, "name").orElse(username),
                roles(token),
                workstation(exchange, token).orElseGet(() -> address(exchange)),
                RequestId.of(exchange));
    }

    /** Somebody whom we do not know. */
    public static Caller anonymous(ServerWebExchange exchange) {
        return Caller.onPublicPage(address(exchange), RequestId.of(exchange));
    }

    /** Keycloak's realm roles. */
    public static List<String> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Optional<String> text(Jwt token, String claim) {
        return Optional.ofNullable(token.getClaimAsString(claim)).filter(value -> !value.isBlank());
    }

    private static Optional<String> workstation(ServerWebExchange exchange, Jwt token) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(Headers.WORKSTATION))
                .filter(address -> CONSOLE.equals(token.getClaimAsString("azp")))
                .filter(address -> NetUtil.createByteArrayFromIpAddressString(address) != null);
    }

    /** As {@link TrustedProxies} told the server; without a setting the other end of the socket. */
    private static String address(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(remote -> Objects.requireNonNull(remote.getAddress()).getHostAddress())
                .map(text -> text.replaceFirst("%.*", ""))
                .orElse("0.0.0.0");
    }
}
