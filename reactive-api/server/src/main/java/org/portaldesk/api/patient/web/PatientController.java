package org.portaldesk.api.patient.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.Patients;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.portaldesk.contract.patient.RevealField;
import org.portaldesk.contract.patient.RevealedField;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PatientController implements PatientApi {

    private final Patients patients;

    PatientController(Patients patients) {
        this.patients = patients;
    }

    @Override
    public Mono<Page<PatientSummary>> search(
            String q, @Nullable String cursor, @Nullable Integer limit) {
        return search(new PatientSearch(q, cursor, limit));
    }

    @Override
    public Mono<Page<PatientSummary>> search(PatientSearch search) {
        return Caller.current().flatMap(caller -> patients.search(caller, search));
    }

    @Override
    public Mono<Patient> get(UUID id) {
        return Caller.current()
                .flatMap(caller -> patients.find(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<RevealedField> reveal(UUID id, RevealField field) {
        return Caller.current()
                .flatMap(caller -> patients.reveal(caller, id, field))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
