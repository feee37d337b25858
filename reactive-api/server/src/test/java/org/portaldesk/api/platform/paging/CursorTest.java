package org.portaldesk.api.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.platform.problem.ProblemException;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        var cursor = Cursor.of("o'neill zoë", "2026-11-22", 7);
        assertThat(Cursor.parse(cursor.text(), 3)).isEqualTo(cursor);
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertThat(Cursor.parse(null, 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90IG91cnM", "' OR 1=1 --"})
    void ofAnotherListIsRefusedByName(String foreign) {
        assertThatThrownBy(() -> Cursor.parse(foreign, 2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().field())
                                        .isEqualTo("cursor"));
    }

    @Test
    void textThatIsNoIdIsRefused() {
        assertThatThrownBy(() -> Cursor.of("not-an-id").uuid(0))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aFullPageNamesTheNextAndTheLastDoesNot() {
        List<Integer> rows = IntStream.range(0, Cursor.rowsFor(3)).boxed().toList();
        var page = Cursor.page(rows, 3, Cursor::of);
        assertThat(page.items()).containsExactly(0, 1, 2);
        assertThat(page.next()).isEqualTo(Cursor.of(2).text());
        assertThat(Cursor.page(rows.subList(0, 3), 3, Cursor::of).next()).isNull();
    }
}
