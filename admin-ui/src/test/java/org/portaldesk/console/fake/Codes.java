package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.ActivationCodeApi;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.activation.IssueCode;
import org.portaldesk.contract.activation.Reason;
import reactor.core.publisher.Mono;

/** Codes that live and die as the real ones do. */
public final class Codes implements ActivationCodeApi {

    public static final String CODE = "7KQ4M-X2RTV-9BHCN";

    private final Desk desk;
    private final List<ActivationCode> codes = new ArrayList<>();

    Codes(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        var now = Instant.now();
        codes.clear();
        codes.add(code(CodeState.ISSUED, Channel.LETTER, now.minus(Duration.ofDays(3)), "MAILED"));
        codes.add(
                code(CodeState.SUPERSEDED, Channel.EMAIL, now.minus(Duration.ofDays(20)), "SENT"));
        codes.add(
                code(
                        CodeState.EXPIRED,
                        Channel.HANDED_OVER,
                        now.minus(Duration.ofDays(400)),
                        null));
    }

    private static ActivationCode code(
            CodeState state, Channel channel, Instant issued, @Nullable String delivery) {
        return new ActivationCode(
                UUID.nameUUIDFromBytes(
                        state.name().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                "c07a6f3b-a001",
                state,
                channel,
                issued,
                issued.plus(Duration.ofDays(45)),
                "Hana Kim",
                null,
                state == CodeState.SUPERSEDED ? issued.plus(Duration.ofDays(17)) : null,
                null,
                state == CodeState.ISSUED ? 2 : 0,
                delivery == null
                        ? null
                        : new ActivationCode.Delivery(delivery, issued.plus(Duration.ofHours(5))),
                1);
    }

    @Override
    public synchronized Mono<ActivationCode> issue(
            UUID patientId, IssueCode issue, @Nullable String idempotencyKey) {
        return desk.act(
                "issue " + issue.channel() + " " + issue.reason(),
                () -> {
                    var made = code(CodeState.ISSUED, issue.channel(), Instant.now(), null);
                    codes.replaceAll(
                            old ->
                                    old.state() == CodeState.ISSUED
                                            ? end(old, CodeState.SUPERSEDED, null)
                                            : old);
                    codes.addFirst(made);
                    return issue.channel() == Channel.HANDED_OVER ? withCode(made) : made;
                });
    }

    private static ActivationCode withCode(ActivationCode made) {
        return new ActivationCode(
                made.id(),
                made.patientId(),
                made.patientName(),
                made.mrn(),
                made.state(),
                made.channel(),
                made.issuedAt(),
                made.expiresAt(),
                made.issuedBy(),
                CODE,
                null,
                null,
                0,
                null,
                1);
    }

    private static ActivationCode end(
            ActivationCode old, CodeState state, @Nullable String reason) {
        return new ActivationCode(
                old.id(),
                old.patientId(),
                old.patientName(),
                old.mrn(),
                state,
                old.channel(),
                old.issuedAt(),
                old.expiresAt(),
                old.issuedBy(),
                null,
                Instant.now(),
                reason,
                old.failedAttempts(),
                old.delivery(),
                old.version() + 1);
    }

    @Override
    public Mono<Page<ActivationCode>> ofPatient(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read(
                "codes of " + patientId,
                () ->
                        new Page<>(
                                patientId.equals(Patients.BRUNILDA)
                                        ? List.copyOf(codes)
                                        : List.of(),
                                null));
    }

    @Override
    public Mono<Page<ActivationCode>> list(
            @Nullable CodeState state,
            @Nullable Channel channel,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "codes " + state + " " + channel,
                () ->
                        new Page<>(
                                codes.stream()
                                        .filter(one -> state == null || one.state() == state)
                                        .filter(one -> channel == null || one.channel() == channel)
                                        .toList(),
                                null));
    }

    @Override
    public Mono<ActivationCode> revoke(UUID id, Reason reason, @Nullable String ifMatch) {
        return desk.act(
                "revoke because " + reason.reason(),
                () -> {
                    codes.replaceAll(
                            old ->
                                    old.id().equals(id)
                                            ? end(old, CodeState.REVOKED, reason.reason())
                                            : old);
                    return codes.getFirst();
                });
    }
}
