package org.portaldesk.contract.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Finding and reading patients. Every call is a read of patient data, and on record. */
public interface PatientApi {

    /**
     * Patients that fit, best first.
     *
     * @param q name (any order, prefix, a typing error forgiven), birth date (any usual way of
     *     writing), MRN, e-mail, phone, or portal username
     */
    @GetExchange("/api/patients")
    Mono<Page<PatientSummary>> search(
            @RequestParam @NotBlank @Size(max = 200) String q,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** The same search with the words in the body. */
    @PostExchange("/api/patients/search")
    Mono<Page<PatientSummary>> search(@RequestBody @Valid PatientSearch search);

    /** One patient; 404 when there is none of this id. */
    @GetExchange("/api/patients/{id}")
    Mono<Patient> get(@PathVariable UUID id);

    /** Shows one masked field. */
    @PostExchange("/api/patients/{id}/reveal")
    Mono<RevealedField> reveal(@PathVariable UUID id, @RequestBody @Valid RevealField field);
}
