package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The table and the controllers name the same endpoints: a new one without a row fails here. */
class EndpointTableIT extends ApiIT {

    /** Rows that no controller of ours answers, and what does. */
    private static final Set<String> NOT_CONTROLLERS =
            Set.of("GET /actuator/health/**", "GET /v3/api-docs/**", "GET /portal/assets/**");

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void eachControllerHasARowAndEachRowAController() {
        var table =
                EndpointTable.ENDPOINTS.stream()
                        .map(row -> row.method() + " " + row.pattern())
                        .filter(row -> !NOT_CONTROLLERS.contains(row))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(controllers()).isEqualTo(table);
    }

    private Set<String> controllers() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(
                        entry ->
                                entry.getValue()
                                        .getBeanType()
                                        .getName()
                                        .startsWith("org.portaldesk"))
                .flatMap(entry -> endpoints(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString().replaceAll("\\{[^}]*}", "*"))
                .flatMap(
                        pattern ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .map(method -> method + " " + pattern));
    }
}
