package org.portaldesk.api.portal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the pages load. Read once at the start: a file read would block an event loop. */
@Configuration(proxyBeanMethods = false)
class AssetRoutes {

    private static final List<String> FILES =
            List.of(
                    "portal.css",
                    "form.js",
                    "activate.js",
                    "request-code.js",
                    "home.js",
                    "mark.svg");

    /** An answer that never changes while the process runs. */
    private record Asset(MediaType type, byte[] content) {

        Mono<ServerResponse> answer() {
            return ServerResponse.ok().contentType(type).bodyValue(content);
        }
    }

    @Bean
    RouterFunction<ServerResponse> portalAssets() throws IOException {
        Map<String, Asset> assets = new TreeMap<>();
        for (var file : FILES) {
            assets.put(file, asset(file));
        }
        var routes = RouterFunctions.route();
        assets.forEach(
                (file, asset) -> routes.GET("/portal/assets/" + file, request -> asset.answer()));
        return routes.build();
    }

    private static Asset asset(String file) throws IOException {
        var resource = new ClassPathResource("portal/assets/" + file);
        var type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return new Asset(type, resource.getContentAsByteArray());
    }
}
