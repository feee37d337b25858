package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.Page;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class CursorListTest {

    private final CursorList<String> list = new CursorList<>(new Calls(() -> Mono.just("token")));
    private final List<String> asked = new ArrayList<>();

    private Mono<Page<String>> pages(@Nullable String cursor) {
        asked.add(String.valueOf(cursor));
        return Mono.just(
                cursor == null
                        ? new Page<>(List.of("a", "b"), "2")
                        : new Page<>(List.of("c"), null));
    }

    @Test
    void nextPageIsAppendedAndTheLastOneEndsIt() {
        list.open(this::pages);
        list.more();
        list.more();
        assertThat(list.items()).containsExactly("a", "b", "c");
        assertThat(asked).containsExactly("null", "2");
    }

    @Test
    void failedNextPageKeepsTheRowsAndCanBeTriedAgain() {
        var fails = new ArrayList<>(List.of(true));
        list.open(
                cursor ->
                        cursor != null && fails.remove(true)
                                ? Mono.error(new ApiException(new ApiFailure.Away("1")))
                                : pages(cursor));
        list.more();
        assertThat(list.items()).containsExactly("a", "b");
        assertThat(shown().more()).isEqualTo(new Loadable.Failed<>(new ApiFailure.Away("1")));
        list.more();
        assertThat(list.items()).containsExactly("a", "b", "c");
    }

    @Test
    void renewedFirstPageStandsBeforeWhatWasReadOn() {
        list.open(this::pages);
        list.more();
        list.renew(new Page<>(List.of("0", "a", "b"), "2"), row -> row);
        assertThat(list.items()).containsExactly("0", "a", "b", "c");
        list.renew(new Page<>(List.of("a", "c"), "2"), row -> row);
        assertThat(list.items()).containsExactly("a", "c");
        list.renew(new Page<>(List.of("x"), null), row -> row);
        assertThat(list.items()).containsExactly("x");
        assertThat(shown().next()).isNull();
    }

    @Test
    void whatHasNotChangedIsNotShownAgain() {
        list.open(this::pages);
        var before = list.signal().peek();
        list.renew(new Page<>(List.of("a", "b"), "2"), row -> row);
        assertThat(list.signal().peek()).isSameAs(before);
    }

    @Test
    void pageOfAnOldListIsNotAppendedToANewOne() {
        Sinks.One<Page<String>> late = Sinks.one();
        list.open(cursor -> cursor == null ? pages(null) : late.asMono());
        list.more();
        list.open(_ -> Mono.just(new Page<>(List.of("x"), null)));
        late.tryEmitValue(new Page<>(List.of("c"), null));
        assertThat(list.items()).containsExactly("x");
    }

    @Test
    void thingAfterAnActStandsWhereItStoodBefore() {
        list.open(this::pages);
        list.replace("a"::equals, "A");
        assertThat(list.items()).containsExactly("A", "b");
        assertThat(shown().next()).isEqualTo("2");
    }

    private CursorList.Rows<String> shown() {
        return list.signal().peek().shown().orElseThrow();
    }
}
