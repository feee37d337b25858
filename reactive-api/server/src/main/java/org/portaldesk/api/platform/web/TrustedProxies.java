package org.portaldesk.api.platform.web;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.ConnectionInfo;
import reactor.netty.http.server.HttpServer;

/**
 * Whose word on the client's address is taken. Without a setting nobody's: a header that anybody
 * may set is no evidence, and the throttle of guesses counts by address. Behind a balancer, every
 * client would have the balancer's address; so its networks are named, and of {@code
 * X-Forwarded-For} the last address counts that is not one of theirs. What stands before it, the
 * client wrote itself.
 */
@Component
final class TrustedProxies implements NettyServerCustomizer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> networks;

    /**
     * @param networks such as {@code 10.1.0.0/16,fd00::/8}; one address is a network of its own
     * @throws IllegalArgumentException if one is not an address: the API does not start
     */
    TrustedProxies(@Value("${portal-desk.trusted-proxies:}") List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return networks.isEmpty() ? server : server.forwarded(this::client);
    }

    private ConnectionInfo client(ConnectionInfo connection, HttpRequest request) {
        var socket = connection.getRemoteAddress();
        if (socket == null || !isTrusted(socket)) {
            return connection;
        }
        var hops = String.join(",", request.headers().getAll(FORWARDED_FOR)).split(",");
        return Arrays.asList(hops).reversed().stream()
                .map(TrustedProxies::address)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(hop -> !isTrusted(hop))
                .findFirst()
                .map(connection::withRemoteAddress)
                .orElse(connection);
    }

    private boolean isTrusted(InetSocketAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    /** Empty for a name: nothing is looked up on behalf of a header. */
    private static Optional<InetSocketAddress> address(String hop) {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(hop.strip()))
                .map(TrustedProxies::inet)
                .map(address -> new InetSocketAddress(address, 0));
    }

    private static InetAddress inet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private static IpSubnetFilterRule network(String text) {
        var parts = text.strip().split("/", 2);
        var bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    "PORTAL_DESK_TRUSTED_PROXIES: not a network: " + text);
        }
        var prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bytes.length * Byte.SIZE;
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    }
}
