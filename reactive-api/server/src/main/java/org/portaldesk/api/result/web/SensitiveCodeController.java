package org.portaldesk.api.result.web;

import org.jspecify.annotations.Nullable;
import org.portaldesk.api.result.SensitiveCodes;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.SensitiveCode;
import org.portaldesk.contract.result.SensitiveCodeApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SensitiveCodeController implements SensitiveCodeApi {

    private final SensitiveCodes codes;

    SensitiveCodeController(SensitiveCodes codes) {
        this.codes = codes;
    }

    @Override
    public Mono<Page<SensitiveCode.Kind>> sets() {
        return codes.sets();
    }

    @Override
    public Mono<Page<SensitiveCode>> codes(
            @Nullable String set,
            @Nullable String q,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return codes.codes(set, q == null || q.isBlank() ? null : q.strip(), cursor, limit);
    }
}
