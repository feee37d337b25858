package org.portaldesk.api.result;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Addressee;
import org.portaldesk.api.notice.model.Denial;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.print.DenialPress;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.result.ReleaseOutcome.Broken;
import org.portaldesk.api.result.model.Part;
import org.portaldesk.api.result.model.Spreadsheet;
import org.portaldesk.api.result.store.DenialRows;
import org.portaldesk.api.result.store.DenialRows.Material;
import org.portaldesk.api.result.store.LedgerRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.HoldLedger.Entry;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * All holds of the house, and the letters that tell people of them.
 *
 * @see "docs/decisions/0084-the-ledger-of-holds.md"
 */
@Component
public class HoldLedgers {

    private static final Setting<Integer> LIMIT =
            Setting.number("result.holds-of-a-clinician-in-30-days", 10, 1, 10_000);
    private static final int EXPORTED = 10_000;

    private final LedgerRows ledger;
    private final DenialRows denials;
    private final DenialPress press;
    private final Policy policy;

    HoldLedgers(LedgerRows ledger, DenialRows denials, DenialPress press, Policy policy) {
        this.ledger = ledger;
        this.denials = denials;
        this.press = press;
        this.policy = policy;
    }

    /** A letter, or the rule against it. */
    public sealed interface Written {

        record Letter(DenialLetter letter) implements Written {}

        record Against(Broken rule) implements Written {}
    }

    /** The latest first. */
    public Mono<Page<Entry>> page(
            Caller caller, Part part, @Nullable String cursor, @Nullable Integer limit) {
        var before = Cursor.parse(cursor, 2);
        return entries(caller, part, before, Cursor.rowsFor(limit), false)
                .map(
                        found ->
                                Cursor.page(
                                        found,
                                        limit,
                                        entry ->
                                                Cursor.of(
                                                        entry.hold().placedAt(),
                                                        entry.hold().id())));
    }

    /** All of it for a spreadsheet. */
    public Mono<String> export(Caller caller, Part part) {
        return entries(caller, part, null, EXPORTED, true).map(Spreadsheet::of);
    }

    /** Clinicians with more holds than the house's limit. */
    public Mono<Page<TooBroad>> tooBroad(Caller caller) {
        return policy.inForce()
                .flatMap(settings -> ledger.tooBroad(caller, settings.get(LIMIT)))
                .map(found -> new Page<>(found, null));
    }

    /**
     * Writes the letter that tells somebody of a hold.
     *
     * @param grant null for the patient
     * @param language null for theirs
     * @return empty when there is no such hold
     */
    public Mono<Written> denial(
            Caller caller, UUID hold, @Nullable UUID grant, @Nullable Language language) {
        return denials.write(caller, hold, grant)
                .flatMap(
                        material ->
                                material.broken() == null
                                        ? letter(hold, denial(material, grant, language))
                                        : Mono.just(new Written.Against(rule(material.broken()))));
    }

    private Mono<List<Entry>> entries(
            Caller caller, Part part, @Nullable Cursor before, int rows, boolean forSpreadsheet) {
        return policy.inForce()
                .flatMap(
                        settings ->
                                ledger.list(
                                        caller,
                                        part,
                                        before,
                                        rows,
                                        settings.get(LIMIT),
                                        forSpreadsheet));
    }

    private Mono<Written> letter(UUID hold, Denial denial) {
        return Mono.fromCallable(() -> press.draw(denial))
                .subscribeOn(Schedulers.boundedElastic())
                .map(
                        drawn ->
                                new Written.Letter(
                                        new DenialLetter(
                                                hold,
                                                denial.language().tag(),
                                                denial.addressee().name(),
                                                drawn.paragraphs(),
                                                drawn.pdf())));
    }

    private static Denial denial(
            Material material, @Nullable UUID grant, @Nullable Language language) {
        var to =
                new Addressee(
                        requireNonNull(material.name()),
                        requireNonNullElse(material.lines(), List.of()),
                        material.city(),
                        material.state(),
                        material.postalCode(),
                        material.country());
        return new Denial(
                language == null ? Language.of(requireNonNull(material.language())) : language,
                to,
                material.now(),
                material.title(),
                material.basis() + (grant == null ? ".patient" : ".proxy"),
                material.basis() == HoldBasis.PREVENTING_HARM,
                material.endsAt());
    }

    private static Broken rule(String name) {
        var says =
                switch (name) {
                    case "HOLD_ENDED" -> "The hold has ended.";
                    case "LETTER_WOULD_TELL" ->
                            "The letter would tell them what is kept private from them.";
                    default -> "The hold is not against them.";
                };
        return new Broken(name, "to", says, "45 CFR 164.524(d)(2)");
    }
}
