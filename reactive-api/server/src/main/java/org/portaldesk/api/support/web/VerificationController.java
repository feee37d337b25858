package org.portaldesk.api.support.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.support.Calls;
import org.portaldesk.api.support.VerificationStarts;
import org.portaldesk.api.support.Verifications;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.StartVerification;
import org.portaldesk.contract.verification.Verification;
import org.portaldesk.contract.verification.VerificationApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class VerificationController implements VerificationApi {

    private final VerificationStarts starts;
    private final Verifications verifications;
    private final Calls calls;

    VerificationController(VerificationStarts starts, Verifications verifications, Calls calls) {
        this.starts = starts;
        this.verifications = verifications;
        this.calls = calls;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Verification> start(UUID patientId, StartVerification start) {
        return Caller.current()
                .flatMap(caller -> starts.start(caller, patientId, start))
                .map(Answers::of);
    }

    @Override
    public Mono<Recorded> answer(UUID id, Answer answer) {
        return Caller.current()
                .flatMap(caller -> verifications.answer(caller, id, answer))
                .map(Answers::of);
    }

    @Override
    public Mono<CodeSent> sendCode(UUID id, SendCode send) {
        return Caller.current()
                .flatMap(caller -> verifications.sendCode(caller, id, send.to()))
                .map(Answers::of);
    }

    @Override
    public Mono<Conclusion> conclude(UUID id) {
        return Caller.current()
                .flatMap(caller -> verifications.conclude(caller, id))
                .map(Answers::of);
    }

    @Override
    public Mono<Conclusion> abandon(UUID id, Abandon abandon) {
        return Caller.current()
                .flatMap(caller -> verifications.abandon(caller, id, abandon.reason()))
                .map(Answers::of);
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Call> note(UUID id, WriteNote note) {
        return Caller.current().flatMap(caller -> calls.note(caller, id, note)).map(Answers::of);
    }

    @Override
    public Mono<Page<Call>> calls(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current()
                .flatMap(caller -> calls.ofPatient(caller, patientId, cursor, limit))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
