package org.portaldesk.console.gateway;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The two endpoints of {@code ProxyRequestApi} that take files, as a client writes them: the
 * contract names the parts as a server reads them, one after the other, and a client has no such
 * parts to give. A test holds the addresses and names of parts together.
 */
public interface FormUploadApi {

    /** Records a request with its scanned pages. */
    @PostExchange(value = "/api/proxy-requests", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<SubmittedProxyRequest> submit(
            @RequestPart("request") SubmitProxyRequest request,
            @RequestPart(name = "form", required = false) List<Resource> form,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false)
                    @Nullable String idempotencyKey);

    /** Adds pages that came later. */
    @PostExchange(
            value = "/api/proxy-requests/{id}/documents",
            contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ProxyRequest> addDocuments(
            @PathVariable UUID id, @RequestPart(name = "form") List<Resource> form);
}
