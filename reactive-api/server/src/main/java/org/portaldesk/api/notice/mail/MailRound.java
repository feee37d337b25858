package org.portaldesk.api.notice.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.notice.CodeMint.Minted;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.notice.ProofMint;
import org.portaldesk.api.notice.SenderSettings;
import org.portaldesk.api.notice.model.Delivery;
import org.portaldesk.api.notice.model.MailText;
import org.portaldesk.api.notice.store.EmailRows;
import org.portaldesk.api.notice.store.EmailRows.Due;
import org.portaldesk.api.notice.store.EmailRows.Outgoing;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.problem.FailureLog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Carries e-mails from the outbox to the mail server, in every instance: at least once each, one
 * instance at a time.
 *
 * @see "docs/decisions/0042-email-outbox.md"
 */
@Component
class MailRound extends EndlessRounds {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;
    private static final int AT_ONE_TIME = 3;

    private final EmailRows rows;
    private final Postman postman;
    private final CodeMint mint;
    private final ProofMint proofs;
    private final Facility facility;
    private final SenderSettings sender;

    MailRound(
            EmailRows rows,
            Postman postman,
            CodeMint mint,
            ProofMint proofs,
            Facility facility,
            SenderSettings sender) {
        super(TICK);
        this.rows = rows;
        this.postman = postman;
        this.mint = mint;
        this.proofs = proofs;
        this.facility = facility;
        this.sender = sender;
    }

    /** Whatever is due now. Never fails; what did not work is due again later. */
    @Override
    protected Mono<Void> round() {
        return rows.due(AT_ONCE)
                .flatMapIterable(due -> due)
                .flatMap(
                        due -> carry(due).onErrorResume(failure -> noted(due, failure)),
                        AT_ONE_TIME)
                .then()
                .onErrorResume(failure -> noted(null, failure));
    }

    private Mono<Void> carry(Due due) {
        var system = Caller.system("E-mail outbox", due.requestId());
        return minted(due.kind())
                .flatMap(
                        codes ->
                                rows.attempt(system, due.id(), hash(codes))
                                        .flatMap(email -> send(system, email, codes)));
    }

    private Mono<List<Minted>> minted(EmailKind kind) {
        if (kind == EmailKind.PROOF_CODE) {
            return made(proofs::mint);
        }
        return kind.bringsCode() ? made(mint::mint) : Mono.just(List.of());
    }

    private static Mono<List<Minted>> made(Supplier<Minted> mint) {
        return Mono.fromCallable(() -> List.of(mint.get()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static byte @Nullable [] hash(List<Minted> codes) {
        return codes.isEmpty() ? null : codes.getFirst().hash();
    }

    private Mono<Void> send(Caller system, Outgoing email, List<Minted> codes) {
        return Mono.fromCallable(() -> postman.deliver(email, text(email, codes)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(failure -> unwritten(email, failure))
                .flatMap(delivery -> settle(system, email, delivery));
    }

    /** A mail that we cannot write ends like one that nobody takes. */
    private static Mono<Delivery> unwritten(Outgoing email, Throwable failure) {
        FailureLog.unexpected(email.requestId(), failure);
        return Mono.just(new Delivery.NotYet("UNWRITTEN"));
    }

    private Mono<Void> settle(Caller system, Outgoing email, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken() -> rows.sent(system, email.id());
            case Delivery.Refused(String cause) -> rows.failed(system, email.id(), cause);
            case Delivery.NotYet(String cause) when email.attempts() >= Delivery.MOST_ATTEMPTS ->
                    rows.failed(system, email.id(), cause);
            case Delivery.NotYet(String cause) ->
                    rows.putOff(email.id(), Delivery.pause(email.attempts()), cause);
        };
    }

    private MailText text(Outgoing email, List<Minted> codes) {
        Map<String, String> values = new HashMap<>(email.content());
        values.put("facility", facility.name());
        values.put("contact", sender.contact(facility.name()));
        values.put("page", facility.portalUrl() + "/portal/activate");
        codes.forEach(code -> values.put("code", code.printed()));
        if (email.codeExpiresAt() != null) {
            values.put("expiry", email.language().moment(email.codeExpiresAt(), facility.zone()));
        }
        return MailText.of(email.kind(), email.language(), values);
    }

    private static Mono<Void> noted(@Nullable Due due, Throwable failure) {
        FailureLog.unexpected(due == null ? "email-outbox" : due.requestId(), failure);
        return Mono.empty();
    }
}
