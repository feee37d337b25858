package org.portaldesk.api.privacy.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.AuditExchange;
import org.portaldesk.api.privacy.model.AuditQuery;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.contract.audit.ExportManifest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The record's door for other systems; the rest of {@code /fhir} is the feed's. */
@RestController
class AuditExchangeController {

    private static final String CURSOR = "_cursor";

    private final AuditExchange exchange;
    private final Facility facility;

    AuditExchangeController(AuditExchange exchange, Facility facility) {
        this.exchange = exchange;
        this.facility = facility;
    }

    @GetMapping(path = "/fhir/AuditEvent", produces = "application/fhir+json")
    Mono<String> search(
            @RequestParam(required = false) @Size(max = 100) @Nullable String patient,
            @RequestParam(required = false) @Size(max = 100) @Nullable String agent,
            @RequestParam(required = false) @Nullable List<String> date,
            @RequestParam(name = "_count", required = false) @Min(1) @Max(200)
                    @Nullable Integer count,
            @RequestParam(name = CURSOR, required = false) @Size(max = 400) @Nullable String cursor,
            ServerHttpRequest request) {
        var query = query(patient, agent, Objects.requireNonNullElse(date, List.of()));
        return Caller.current()
                .flatMap(
                        caller ->
                                exchange.search(
                                        caller, query, cursor, count, at -> address(request, at)));
    }

    @GetMapping(path = "/api/audit/export", produces = "application/fhir+ndjson")
    Mono<ResponseEntity<Flux<String>>> export(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        check(from, to);
        return Caller.current()
                .map(
                        caller ->
                                ResponseEntity.ok()
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"audit.ndjson\"")
                                        .body(exchange.export(caller, from, to)));
    }

    @GetMapping(path = "/api/audit/export/manifest")
    Mono<ExportManifest> manifest(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        check(from, to);
        return exchange.manifest(from, to);
    }

    private static void check(@Nullable Instant from, @Nullable Instant to) {
        if (!new ReportPeriod(from, to).holdsTime()) {
            throw ProblemException.invalid("to", "must be later than from");
        }
    }

    private AuditQuery query(@Nullable String patient, @Nullable String agent, List<String> dates) {
        try {
            return AuditQuery.of(patient, agent, dates, facility.zone());
        } catch (IllegalArgumentException foreign) {
            throw ProblemException.invalid("date", Objects.requireNonNull(foreign.getMessage()));
        }
    }

    private String address(ServerHttpRequest request, @Nullable String cursor) {
        var address =
                UriComponentsBuilder.fromUriString(facility.portalUrl() + "/fhir/AuditEvent")
                        .query(request.getURI().getRawQuery())
                        .replaceQueryParam(CURSOR);
        return (cursor == null ? address : address.queryParam(CURSOR, cursor))
                .build(true)
                .toUriString();
    }
}
