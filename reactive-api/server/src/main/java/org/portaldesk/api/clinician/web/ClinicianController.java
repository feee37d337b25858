package org.portaldesk.api.clinician.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.clinician.Clinicians;
import org.portaldesk.api.clinician.Clinicians.Outcome;
import org.portaldesk.api.clinician.model.Npi;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.ClinicianApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ClinicianController implements ClinicianApi {

    private final Clinicians clinicians;

    ClinicianController(Clinicians clinicians) {
        this.clinicians = clinicians;
    }

    @Override
    public Mono<Page<Clinician>> list(
            @Nullable String q,
            @Nullable Boolean counting,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var words = q == null || q.isBlank() ? null : q.strip();
        return clinicians.list(words, Boolean.TRUE.equals(counting), cursor, limit);
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Clinician> add(Keep keep) {
        require(keep);
        return answered(Caller.current().flatMap(caller -> clinicians.add(caller, keep)));
    }

    @Override
    public Mono<Clinician> change(UUID id, Keep keep, @Nullable String ifMatch) {
        require(keep);
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> clinicians.change(caller, id, keep, seen)));
    }

    @Override
    public Mono<Clinician> end(UUID id) {
        return answered(Caller.current().flatMap(caller -> clinicians.end(caller, id)));
    }

    private static void require(Keep keep) {
        var npi = keep.npi();
        if (npi != null && !Npi.check(npi)) {
            throw ProblemException.invalid("npi", "has a wrong check digit");
        }
        var from = keep.from();
        var until = keep.until();
        if (from != null && until != null && !until.isAfter(from)) {
            throw ProblemException.invalid("until", "must be after from");
        }
    }

    private static Mono<Clinician> answered(Mono<Outcome> outcome) {
        return outcome.map(ClinicianController::answer);
    }

    private static Clinician answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stands(var clinician) -> clinician;
            case Outcome.Unknown() -> throw ProblemException.notFound();
            case Outcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The entry has changed since it was read.");
            case Outcome.Ended() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The entry has ended or just changed.");
            case Outcome.Taken() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT,
                            "License, NPI or member of staff are another entry's.");
            case Outcome.KeptByFeed() ->
                    throw ProblemException.of(
                            ProblemCode.AGAINST_RULE,
                            "The feed keeps this entry: only the member of staff is set here.");
        };
    }
}
