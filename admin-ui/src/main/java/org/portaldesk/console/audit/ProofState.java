package org.portaldesk.console.audit;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.InclusionProof;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The proof that an event is in the record as it was sealed. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProofState {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A proof, and what came of reckoning it anew.
     *
     * @param verifierKey what its signature was checked with
     */
    record Proven(InclusionProof proof, String verifierKey, ProofCheck.Verdict verdict) {

        /** For an auditor: all that is needed to check it without us, as JSON. */
        byte[] file() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("verifierKey", verifierKey);
            all.put("proof", proof);
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(all)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private final AuditSealApi api;
    private final Act<Proven> proof;

    ProofState(AuditSealApi api, Calls calls) {
        this.api = api;
        this.proof = new Act<>(calls);
    }

    void prove(AuditEvent event) {
        proof.start(
                Mono.zip(api.inclusion(event.id()), api.health())
                        .map(
                                both -> {
                                    var key = both.getT2().verifierKey();
                                    var verdict = ProofCheck.of(event, both.getT1(), key);
                                    return new Proven(both.getT1(), key, verdict);
                                }));
    }

    /** Another event is looked at. */
    void forget() {
        proof.reset();
    }

    Act<Proven> proof() {
        return proof;
    }
}
