package org.portaldesk.console.proxy;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import reactor.core.publisher.Mono;

/**
 * The pages of a request's form, the one that is looked at, and those that were. Pages that were
 * read stay in memory as long as the request is open, up to a bound.
 */
final class FormState {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KEPT_PAGES = 24;

    /**
     * One page.
     *
     * @param number within the document, from 1
     */
    record Sheet(UUID document, int number) {}

    /** The pages, in order, and those that were looked at. */
    record Pages(List<Sheet> sheets, Set<Sheet> seen) {

        Pages {
            sheets = List.copyOf(sheets);
            seen = Set.copyOf(seen);
        }

        boolean allSeen() {
            return seen.containsAll(sheets);
        }

        long seenCount() {
            return sheets.stream().filter(seen::contains).count();
        }
    }

    private final ProxyRequestApi api;
    private final Calls calls;
    private final ValueSignal<Pages> pages = new ValueSignal<>(new Pages(List.of(), Set.of()));
    private final ValueSignal<PageView> view = new ValueSignal<>(PageView.START);
    private final Latest<PagePicture> picture;
    private final Map<Sheet, PagePicture> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(KEPT_PAGES, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Sheet, PagePicture> eldest) {
                            return size() > KEPT_PAGES;
                        }
                    });
    private UUID request = new UUID(0, 0);

    FormState(ProxyRequestApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
        this.picture = new Latest<>(calls);
    }

    /** Turns to the pages of this request; what is looked at stays, if it still is there. */
    void open(ProxyRequest of) {
        request = of.id();
        var sheets = new ArrayList<Sheet>();
        for (var document : of.documents()) {
            for (int number = 1; number <= document.pages(); number++) {
                sheets.add(new Sheet(document.id(), number));
            }
        }
        if (!sheets.equals(pages.peek().sheets())) {
            pages.update(now -> new Pages(sheets, now.seen()));
            if (!sheets.isEmpty()) {
                load();
            }
        }
    }

    /** Looks at a page, from 0; nothing happens beyond the ends. */
    void go(int to) {
        if (to >= 0 && to < pages.peek().sheets().size() && to != view.peek().at()) {
            view.update(now -> now.at(to));
            load();
        }
    }

    void next() {
        go(view.peek().at() + 1);
    }

    void previous() {
        go(view.peek().at() - 1);
    }

    /** Zooms, turns or fits. */
    void look(UnaryOperator<PageView> how) {
        view.update(how::apply);
    }

    /** Reads the page that is looked at. */
    void load() {
        var sheet = pages.peek().sheets().get(view.peek().at());
        picture.load(read(sheet).doOnNext(_ -> seen(sheet)));
    }

    /** A page for the browser, in the request that asks for it; nothing when it does not come. */
    Optional<PagePicture> await(Sheet sheet) {
        return calls.await(read(sheet), PATIENCE);
    }

    private Mono<PagePicture> read(Sheet sheet) {
        var known = kept.get(sheet);
        return known != null
                ? Mono.just(known)
                : api.page(request, sheet.document(), sheet.number())
                        .map(PagePicture::of)
                        .doOnNext(read -> kept.put(sheet, read));
    }

    private void seen(Sheet sheet) {
        pages.update(
                now -> {
                    var all = new HashSet<>(now.seen());
                    all.add(sheet);
                    return new Pages(now.sheets(), all);
                });
    }

    /** Whether every page was looked at. */
    boolean allSeen() {
        return pages.peek().allSeen();
    }

    Signal<Pages> pages() {
        return pages.asReadonly();
    }

    Signal<PageView> view() {
        return view.asReadonly();
    }

    /** The page that is looked at. */
    Latest<PagePicture> picture() {
        return picture;
    }
}
