package org.portaldesk.contract.privacy;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** A patient's question who saw their record, and the answer. */
public interface AccessReportApi {

    /**
     * What the report covers.
     *
     * @param from from this instant on; from the beginning without it
     * @param to up to but not including this instant; up to now without it
     * @param staffNames whether members of staff are named; without it, as the hospital has set
     */
    record Wish(@Nullable Instant from, @Nullable Instant to, @Nullable Boolean staffNames) {

        /** All that there is, as the hospital has set. */
        public static final Wish EVERYTHING = new Wish(null, null, null);
    }

    /** Makes a report and keeps it; 422 when a shorter period must be chosen. */
    @PostExchange(
            value = "/api/patients/{patientId}/access-reports",
            accept = MediaType.APPLICATION_JSON_VALUE)
    Mono<AccessReport> create(
            @PathVariable UUID patientId,
            @RequestBody(required = false) @Valid @Nullable Wish wish);

    /** The same, answered as a document for printing. */
    @PostExchange(
            value = "/api/patients/{patientId}/access-reports",
            accept = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> createPdf(
            @PathVariable UUID patientId,
            @RequestBody(required = false) @Valid @Nullable Wish wish);

    /** A report for printing, as it was when it was made. */
    @GetExchange(value = "/api/access-reports/{id}/pdf", accept = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable UUID id);
}
