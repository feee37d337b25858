package org.portaldesk.contract.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** What a policy would change. */
public interface PolicySimulationApi {

    /**
     * @param at the moment that is looked at: the policy's own beginning, or now
     * @param grants how many grants were tried
     * @param gaining how many would give more
     * @param losing how many would give less
     * @param changes each of them, at most a thousand
     */
    record Simulation(
            UUID policyId, Instant at, int grants, int gaining, int losing, List<Change> changes) {}

    /**
     * @param patientName and proxyName are absent for those who may not see patients' data
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            UUID grantId,
            @Nullable UUID patientId,
            @Nullable String patientName,
            @Nullable String proxyName,
            int age,
            AccessClass from,
            AccessClass to,
            List<Area> gains,
            List<Area> loses) {}

    /** Tries a policy on the grants of today: who would gain and lose what. */
    @PostExchange("/api/policies/{id}/simulate")
    Mono<Simulation> simulate(@PathVariable UUID id);
}
