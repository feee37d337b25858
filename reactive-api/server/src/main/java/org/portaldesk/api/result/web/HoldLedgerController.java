package org.portaldesk.api.result.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.result.HoldLedgers;
import org.portaldesk.api.result.HoldLedgers.Written;
import org.portaldesk.api.result.model.Part;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.HoldLedger;
import org.portaldesk.contract.result.HoldLedgerApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class HoldLedgerController implements HoldLedgerApi {

    private final HoldLedgers ledgers;

    HoldLedgerController(HoldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public Mono<Page<HoldLedger.Entry>> ledger(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var part = new Part(from, to);
        return Caller.current().flatMap(caller -> ledgers.page(caller, part, cursor, limit));
    }

    @Override
    public Mono<String> export(@Nullable Instant from, @Nullable Instant to) {
        var part = new Part(from, to);
        return Caller.current().flatMap(caller -> ledgers.export(caller, part));
    }

    @Override
    public Mono<Page<HoldLedger.TooBroad>> tooBroad() {
        return Caller.current().flatMap(ledgers::tooBroad);
    }

    @Override
    public Mono<DenialLetter> denialLetter(UUID id, WriteDenial wish) {
        var grant = ResultController.grant("to", wish.to());
        var language = language(wish.language());
        return Caller.current()
                .flatMap(caller -> ledgers.denial(caller, id, grant, language))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(HoldLedgerController::answer);
    }

    private static DenialLetter answer(Written written) {
        return switch (written) {
            case Written.Letter(var letter) -> letter;
            case Written.Against(var rule) -> throw ResultController.against(List.of(rule));
        };
    }

    private static @Nullable Language language(@Nullable String tag) {
        try {
            return tag == null ? null : Language.valueOf(tag.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid("language", "must be en or es");
        }
    }
}
