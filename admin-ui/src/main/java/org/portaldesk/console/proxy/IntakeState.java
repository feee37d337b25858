package org.portaldesk.console.proxy;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.core.io.Resource;

/**
 * Recording one request with its pages. A second try with the same words and files makes no second
 * request.
 */
final class IntakeState {

    private final FormUploadApi api;
    private final Act<SubmittedProxyRequest> intake;
    private final ValueSignal<List<Resource>> files = new ValueSignal<>(List.of());
    private final String key = UUID.randomUUID().toString();

    IntakeState(FormUploadApi api, Calls calls) {
        this.api = api;
        this.intake = new Act<>(calls);
    }

    void take(Resource file) {
        files.update(
                now -> {
                    var all = new ArrayList<>(now);
                    all.add(file);
                    return List.copyOf(all);
                });
    }

    void remove(String name) {
        files.update(
                now -> {
                    var all = new ArrayList<>(now);
                    all.stream()
                            .filter(one -> name.equals(one.getFilename()))
                            .findFirst()
                            .ifPresent(
                                    one -> {
                                        all.remove(one);
                                        discard(one);
                                    });
                    return List.copyOf(all);
                });
    }

    private static void discard(Resource file) {
        var session = VaadinSession.getCurrent();
        if (session != null && file instanceof Scan scan) {
            ScanSpool.of(session).discard(scan);
        }
    }

    /** Deletes what waits: the dialog is over. */
    void forget() {
        files.peek().forEach(IntakeState::discard);
        files.set(List.of());
    }

    void submit(SubmitProxyRequest request) {
        var pages = files.peek();
        intake.start(
                api.submit(
                        request, pages, key + "-" + request.hashCode() + "-" + pages.hashCode()));
    }

    Signal<List<Resource>> files() {
        return files.asReadonly();
    }

    Act<SubmittedProxyRequest> intake() {
        return intake;
    }
}
