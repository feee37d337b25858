package org.portaldesk.console.result;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.policy.PolicyRules.SensitiveTag;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.HoldLedgerApi;
import org.portaldesk.contract.result.HoldLedgerApi.WriteDenial;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi;
import org.portaldesk.contract.result.ResultApi.ConsentToResult;
import org.portaldesk.contract.result.ResultApi.EndHold;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultApi.Reason;
import org.portaldesk.contract.result.ResultApi.ReviewHold;
import org.portaldesk.contract.result.ResultApi.TagResult;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ViewerSight;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** One result, who sees it, and what one can do about it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ResultState {

    private final ResultApi api;
    private final HoldLedgerApi letters;
    private final Determiners determiners;
    private final Latest<Sight> sight;
    private final Act<Result> act;
    private final Act<DenialLetter> letter;
    private UUID id = new UUID(0, 0);

    ResultState(ResultApi api, HoldLedgerApi letters, Determiners determiners, Calls calls) {
        this.api = api;
        this.letters = letters;
        this.determiners = determiners;
        this.sight = new Latest<>(calls);
        this.act = new Act<>(calls);
        this.letter = new Act<>(calls);
    }

    /** The result and everybody who could see it, the patient first. */
    record Sight(Result result, List<ViewerSight> viewers) {

        Sight {
            viewers = List.copyOf(viewers);
        }

        /** Everybody but the patient. */
        List<ViewerSight> proxies() {
            return viewers.stream().filter(one -> !one.viewer().equals("patient")).toList();
        }
    }

    void open(UUID result) {
        id = result;
        sight.load(
                api.get(result)
                        .flatMap(
                                found ->
                                        api.viewers(found.patientId(), result, null)
                                                .map(page -> new Sight(found, page.items()))));
    }

    void readAnew() {
        open(id);
    }

    void release(Result result) {
        start(api.release(result.id(), version(result)));
    }

    void hold(Result result, PlaceHold hold) {
        start(api.hold(result.id(), hold, version(result)));
    }

    void endHold(Result result, String reason) {
        start(api.endHold(result.id(), new EndHold(reason), version(result)));
    }

    void confirmHold(Result result) {
        start(api.confirmHold(result.id(), version(result)));
    }

    void review(Result result, ResultHold.Review.Outcome outcome, String note) {
        start(api.reviewHold(result.id(), new ReviewHold(outcome, note), version(result)));
    }

    void retract(Result result, String reason) {
        start(api.retract(result.id(), new Reason(reason), version(result)));
    }

    void tag(Result result, SensitiveTag tag, boolean sensitive, String reason) {
        start(api.tag(result.id(), new TagResult(tag, sensitive, reason), version(result)));
    }

    void consent(Result result, ViewerSight proxy, boolean given, String reason) {
        var grant = UUID.fromString(proxy.viewer());
        start(api.consent(result.id(), new ConsentToResult(grant, given, reason), version(result)));
    }

    /** Writes the letter that tells somebody of the hold. */
    void write(ResultHold hold, String viewer) {
        letter.reset();
        letter.start(letters.denialLetter(hold.id(), new WriteDenial(viewer, null)));
    }

    /** Whatever came of it, the page shows what is the case now; a refusal stays in the dialog. */
    private void start(Mono<Result> call) {
        act.start(call.doOnNext(_ -> readAnew()));
    }

    private static String version(Result result) {
        return "\"" + result.version() + "\"";
    }

    Determiners determiners() {
        return determiners;
    }

    Latest<Sight> sight() {
        return sight;
    }

    Act<Result> act() {
        return act;
    }

    Act<DenialLetter> letter() {
        return letter;
    }
}
