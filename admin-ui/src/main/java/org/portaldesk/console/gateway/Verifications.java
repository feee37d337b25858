package org.portaldesk.console.gateway;

import java.util.Optional;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.AuditVerification;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks of the whole record, as they go. The API tells of them by events whose data have no common
 * type; here they get one.
 */
@Component
public class Verifications {

    /** How far a check is, and at the end what it found. */
    public sealed interface Progress {

        /**
         * @param events how many are as they were sealed, so far
         */
        record Checked(long events) implements Progress {}

        record Done(AuditVerification result) implements Progress {}
    }

    private static final String PROGRESS = "progress";
    private static final String DONE = "done";

    private final AuditSealApi api;
    private final JsonMapper json = new JsonMapper();

    Verifications(AuditSealApi api) {
        this.api = api;
    }

    /** Begins a check; it ends when nobody listens any more. */
    public Flux<Progress> begin() {
        return api.verifyWithProgress(null, null)
                .concatMap(event -> Mono.justOrEmpty(progress(event)))
                .onErrorMap(error -> !(error instanceof ApiException), Verifications::brokenOff);
    }

    private Optional<Progress> progress(ServerSentEvent<Object> event) {
        if (PROGRESS.equals(event.event()) && event.data() instanceof Number events) {
            return Optional.of(new Progress.Checked(events.longValue()));
        }
        if (DONE.equals(event.event()) && event.data() != null) {
            var result = json.convertValue(event.data(), AuditVerification.class);
            return Optional.of(new Progress.Done(result));
        }
        return Optional.empty();
    }

    /** The line was cut in the middle: the API, or the way to it. */
    private static ApiException brokenOff(Throwable error) {
        return new ApiException(new ApiFailure.Away(""));
    }
}
