package org.portaldesk.console.fake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;

/** Forms that come in with requests, and after them. */
public final class ProxyUploads implements FormUploadApi {

    private final Desk desk;
    private final ProxyRequests requests;

    ProxyUploads(Desk desk, ProxyRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @Override
    public Mono<SubmittedProxyRequest> submit(
            SubmitProxyRequest request, List<Resource> form, @Nullable String idempotencyKey) {
        return desk.act(
                "record for %s by %s with %d files"
                        .formatted(request.patientId(), request.proxy().familyName(), form.size()),
                () ->
                        new SubmittedProxyRequest(
                                ProxyRequests.TOMAS,
                                ProxyRequestState.SUBMITTED,
                                AccessClass.MINOR_FULL,
                                List.of(),
                                ProxyCases.clock(30)));
    }

    @Override
    public Mono<ProxyRequest> addDocuments(UUID id, List<Resource> form) {
        return desk.act("add " + form.size() + " files", () -> requests.one(id));
    }
}
