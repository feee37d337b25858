package org.portaldesk.api.intake;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.fhir.ImportReport;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The feed's door. */
@RestController
@RequestMapping("/fhir")
class FhirController {

    static final String FHIR_JSON = "application/fhir+json";
    private static final String FHIR_LINES = "application/fhir+ndjson";

    private final DocumentImport documents;
    private final StreamImport streams;

    FhirController(DocumentImport documents, StreamImport streams) {
        this.documents = documents;
        this.streams = streams;
    }

    @PutMapping(
            path = "/Patient/{id}",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Void>> patient(@PathVariable String id, ServerHttpRequest request) {
        return put("Patient", id, request);
    }

    @PutMapping(
            path = "/Practitioner/{id}",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Void>> practitioner(@PathVariable String id, ServerHttpRequest request) {
        return put("Practitioner", id, request);
    }

    @PutMapping(
            path = "/DiagnosticReport/{id}",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Void>> report(@PathVariable String id, ServerHttpRequest request) {
        return put("DiagnosticReport", id, request);
    }

    @PutMapping(
            path = "/Observation/{id}",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Void>> observation(@PathVariable String id, ServerHttpRequest request) {
        return put("Observation", id, request);
    }

    @PostMapping(
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE},
            produces = FHIR_JSON)
    Mono<String> batch(ServerHttpRequest request) {
        return Caller.current().flatMap(caller -> documents.batch(caller, request.getBody()));
    }

    @PostMapping(
            path = "/import",
            consumes = FHIR_LINES,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ImportReport> lines(
            ServerHttpRequest request,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false)
                    @Nullable String encoding) {
        var zipped = isZipped(encoding);
        return Caller.current().flatMap(caller -> streams.take(caller, request.getBody(), zipped));
    }

    private Mono<ResponseEntity<Void>> put(String type, String id, ServerHttpRequest request) {
        return Caller.current()
                .flatMap(caller -> documents.put(caller, type, id, request.getBody()))
                .map(stored -> answer(stored, URI.create("/fhir/" + type + "/" + id)));
    }

    private static ResponseEntity<Void> answer(Verdict.Stored stored, URI location) {
        var answer = stored.created() ? ResponseEntity.created(location) : ResponseEntity.ok();
        return answer.eTag("W/\"" + stored.version() + "\"").build();
    }

    private static boolean isZipped(@Nullable String encoding) {
        return switch (encoding) {
            case null -> false;
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                    throw ProblemException.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "The body may be encoded as gzip or not at all.");
        };
    }
}
