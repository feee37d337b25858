package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

class RepeatedTest {

    private final Repeated<String> question = new Repeated<>();
    private final List<String> named = new ArrayList<>();
    private String now = "one";

    private String ask() {
        return question.ask(
                        seen -> {
                            named.add(String.valueOf(seen));
                            return Mono.just(answer(String.valueOf(seen)));
                        })
                .blockOptional()
                .orElseThrow();
    }

    private ResponseEntity<String> answer(String seen) {
        var tag = "\"" + now + "\"";
        return tag.equals(seen)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(now);
    }

    @Test
    void whatHasNotChangedIsTheLastAnswer() {
        assertThat(ask()).isEqualTo("one");
        assertThat(ask()).isEqualTo("one");
        now = "two";
        assertThat(ask()).isEqualTo("two");
        assertThat(named).containsExactly("null", "\"one\"", "\"one\"");
    }
}
