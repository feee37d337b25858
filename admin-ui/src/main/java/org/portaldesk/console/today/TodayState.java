package org.portaldesk.console.today;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.stream.Stream;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.letter.LetterState;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCaseApi;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpEntity;
import reactor.core.publisher.Mono;

/** What waits, counted on the first page of each queue. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TodayState {

    /**
     * How many there are.
     *
     * @param all whether there are no more than these
     */
    record Count(int shown, boolean all) {

        static Count of(Page<?> page) {
            return new Count(page.items().size(), page.next() == null);
        }
    }

    private final CodeRequestApi requestApi;
    private final LetterApi letterApi;
    private final ContactOverrideApi overrideApi;
    private final Latest<Waiting> requests;
    private final Latest<Count> letters;
    private final Latest<Count> overrides;
    private final AccountApi accountApi;
    private final VerificationOverrideApi heldApi;
    private final TakeoverCaseApi caseApi;
    private final Latest<Count> locked;
    private final Latest<Count> held;
    private final Latest<Count> cases;
    private final WatchCaseApi lookApi;
    private final Latest<Count> looks;
    private final ProxyRequestApi proxyApi;
    private final Latest<Count> proxies;

    TodayState(
            CodeRequestApi requestApi,
            LetterApi letterApi,
            ContactOverrideApi overrideApi,
            AccountApi accountApi,
            VerificationOverrideApi heldApi,
            TakeoverCaseApi caseApi,
            WatchCaseApi lookApi,
            ProxyRequestApi proxyApi,
            Calls calls) {
        this.requestApi = requestApi;
        this.letterApi = letterApi;
        this.overrideApi = overrideApi;
        this.requests = new Latest<>(calls);
        this.letters = new Latest<>(calls);
        this.overrides = new Latest<>(calls);
        this.accountApi = accountApi;
        this.heldApi = heldApi;
        this.caseApi = caseApi;
        this.lookApi = lookApi;
        this.looks = new Latest<>(calls);
        this.locked = new Latest<>(calls);
        this.held = new Latest<>(calls);
        this.cases = new Latest<>(calls);
        this.proxyApi = proxyApi;
        this.proxies = new Latest<>(calls);
    }

    void loadRequests() {
        requests.load(
                Mono.zip(open(CodeRequestState.SUBMITTED), open(CodeRequestState.IN_REVIEW))
                        .map(both -> together(both.getT1(), both.getT2())));
    }

    void loadLetters() {
        letters.load(letterApi.list(LetterState.QUEUED, null, Page.MAX_LIMIT).map(Count::of));
    }

    void loadOverrides() {
        overrides.load(
                overrideApi
                        .list(ContactOverride.State.REQUESTED, null, Page.MAX_LIMIT)
                        .map(Count::of));
    }

    void loadLocked() {
        locked.load(
                accountApi
                        .list(AccountApi.ListedState.LOCKED, null, Page.MAX_LIMIT, null)
                        .mapNotNull(HttpEntity::getBody)
                        .map(Count::of));
    }

    void loadHeld() {
        held.load(
                heldApi.list(VerificationOverride.State.REQUESTED, null, Page.MAX_LIMIT)
                        .map(Count::of));
    }

    void loadCases() {
        cases.load(caseApi.list(TakeoverCase.State.OPEN, null, Page.MAX_LIMIT).map(Count::of));
    }

    void loadLooks() {
        looks.load(lookApi.list(WatchCase.State.OPEN, null, Page.MAX_LIMIT).map(Count::of));
    }

    void loadProxies() {
        proxies.load(
                proxyApi.list(null, null, null, null, Page.MAX_LIMIT, null)
                        .mapNotNull(HttpEntity::getBody)
                        .map(Count::of));
    }

    /** Requests for proxy access that are not decided. */
    Latest<Count> proxies() {
        return proxies;
    }

    Latest<Count> locked() {
        return locked;
    }

    /** Calls that wait for a supervisor. */
    Latest<Count> held() {
        return held;
    }

    Latest<Count> cases() {
        return cases;
    }

    /** Looks at records that somebody should ask about. */
    Latest<Count> looks() {
        return looks;
    }

    Latest<Waiting> requests() {
        return requests;
    }

    Latest<Count> letters() {
        return letters;
    }

    Latest<Count> overrides() {
        return overrides;
    }

    private Mono<Page<CodeRequestItem>> open(CodeRequestState state) {
        return requestApi.list(state, null, Page.MAX_LIMIT, null).mapNotNull(HttpEntity::getBody);
    }

    private static Waiting together(Page<CodeRequestItem> one, Page<CodeRequestItem> other) {
        List<CodeRequestItem> items =
                Stream.concat(one.items().stream(), other.items().stream()).toList();
        return new Waiting(items, one.next() == null && other.next() == null);
    }
}
