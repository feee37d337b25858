package org.portaldesk.api.proxy;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.Activations;
import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.api.activation.IssueWish;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.proxy.model.Proposal;
import org.portaldesk.api.proxy.store.ApprovalRows.Granted;
import org.portaldesk.api.proxy.store.ApprovalRows.ProxyCode;
import org.portaldesk.contract.activation.Channel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The codes that come with an approval: the proxy's, and the patient's where it was asked for. */
@Component
class ProxyCodes {

    private final Activations activations;
    private final Idempotency idempotency;
    private final CodeMint mint;

    ProxyCodes(Activations activations, Idempotency idempotency, CodeMint mint) {
        this.activations = activations;
        this.idempotency = idempotency;
        this.mint = mint;
    }

    /**
     * A code for a proxy who may need one.
     *
     * @param printed in clear, where it is handed over
     */
    record Minted(ProxyCode kept, @Nullable String printed) {

        private Optional<String> shown(Granted granted) {
            return granted.codeIssued() ? Optional.ofNullable(printed) : Optional.empty();
        }

        @Override
        public String toString() {
            return "Minted[…]";
        }
    }

    Mono<Minted> mint(Channel channel) {
        return activations
                .days(channel)
                .publishOn(Schedulers.boundedElastic())
                .map(
                        days -> {
                            if (channel == Channel.EMAIL) {
                                return new Minted(new ProxyCode(channel, null, days), null);
                            }
                            var minted = mint.mint();
                            return new Minted(
                                    new ProxyCode(channel, minted.hash(), days), minted.printed());
                        });
    }

    /**
     * What is handed over at once, if anything is. A proxy who is a patient without an account gets
     * a patient's code: by e-mail where the guard lets it go to the address on record.
     */
    Mono<Optional<String>> toProxy(Caller caller, UUID request, Granted granted, Minted minted) {
        var newcomer = granted.newcomer();
        return newcomer == null
                ? Mono.just(minted.shown(granted))
                : issue(caller, request, newcomer, Channel.EMAIL)
                        .filter(IssueOutcome.Issued.class::isInstance)
                        .switchIfEmpty(
                                Mono.defer(
                                        () ->
                                                issue(
                                                        caller,
                                                        request,
                                                        newcomer,
                                                        Channel.HANDED_OVER)))
                        .map(ProxyCodes::shown);
    }

    /** When asked. A rule against the patient's code is on record and undoes nothing. */
    Mono<Void> toPatient(Caller caller, UUID request, Proposal proposal) {
        return proposal.patientCode()
                ? issue(caller, request, proposal.patientId(), Channel.LETTER).then()
                : Mono.empty();
    }

    private static Optional<String> shown(IssueOutcome outcome) {
        return outcome instanceof IssueOutcome.Issued(var code)
                ? Optional.ofNullable(code.code())
                : Optional.empty();
    }

    private Mono<IssueOutcome> issue(Caller caller, UUID request, UUID patient, Channel channel) {
        var wish = new IssueWish(patient, channel, "Proxy request " + request, null);
        return idempotency
                .once(
                        caller,
                        null,
                        "proxy-request:code",
                        request,
                        IssueOutcome.class,
                        kept -> activations.issue(caller, wish, kept))
                .retryWhen(Activations.WHEN_OVERTAKEN);
    }
}
