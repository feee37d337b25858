package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.HoldLedger.Entry;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.portaldesk.contract.result.HoldLedgerApi;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Determiner;
import org.portaldesk.contract.result.ResultHold.Review;
import org.portaldesk.contract.result.ResultHold.WithheldFrom;
import org.portaldesk.contract.result.WithheldProxies;
import reactor.core.publisher.Mono;

/** Two holds: one of a clinician with too many, one that was reviewed and has ended. */
public final class Ledger implements HoldLedgerApi {

    private final Desk desk;

    Ledger(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Page<Entry>> ledger(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "ledger from " + from + " to " + to,
                () -> new Page<>(from == null ? List.of(standing(), ended()) : List.of(), null));
    }

    @Override
    public Mono<String> export(@Nullable Instant from, @Nullable Instant to) {
        return desk.read("file of holds", () -> "\"placed\",\"basis\"\r\n\"…\",\"PRIVACY\"\r\n");
    }

    @Override
    public Mono<Page<TooBroad>> tooBroad() {
        return desk.read(
                "too broad",
                () ->
                        new Page<>(
                                List.of(new TooBroad("Dr. Zora Unknown", 12, 10, new UUID(8, 31))),
                                null));
    }

    @Override
    public Mono<DenialLetter> denialLetter(UUID id, WriteDenial wish) {
        return desk.act(
                "letter to " + wish.to(),
                () ->
                        new DenialLetter(
                                id,
                                "en",
                                "Brunilda Lucinda Nienow",
                                List.of("There is a result that we do not show."),
                                new byte[] {'%', 'P', 'D', 'F'}));
    }

    private static Entry standing() {
        var now = Instant.now();
        return new Entry(
                hold(
                        1,
                        HoldBasis.PREVENTING_HARM,
                        HarmType.LIFE_OR_PHYSICAL_SAFETY,
                        now.minus(Duration.ofHours(60)),
                        null,
                        null),
                2.5,
                false,
                12,
                true);
    }

    private static Entry ended() {
        var now = Instant.now();
        return new Entry(
                hold(
                        2,
                        HoldBasis.PRIVACY,
                        null,
                        now.minus(Duration.ofDays(20)),
                        now.minus(Duration.ofDays(10)),
                        new Review(
                                Review.Outcome.UPHELD,
                                "As before",
                                "Dr. Mei Laurent",
                                now.minus(Duration.ofDays(15)))),
                10,
                true,
                1,
                false);
    }

    private static ResultHold hold(
            int number,
            HoldBasis basis,
            @Nullable HarmType harm,
            Instant placed,
            @Nullable Instant ended,
            @Nullable Review review) {
        return new ResultHold(
                new UUID(8, 30 + number),
                Results.BIOPSY,
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                "Surgical pathology report",
                basis,
                new Determiner(
                        null,
                        number == 1 ? "Dr. Zora Unknown" : "Dr. Ana Example",
                        "MD-" + number,
                        true),
                "What the clinician has written down",
                new WithheldFrom(true, WithheldProxies.NONE),
                harm,
                placed,
                "Hana Kim",
                null,
                placed.plus(Duration.ofDays(5)),
                placed.plus(Duration.ofDays(10)),
                ended,
                ended == null ? null : "TIME",
                review,
                null);
    }
}
