package org.portaldesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser keeps when its windows are closed, and what stood in the addresses it asked for:
 * nothing of the people of a journey, no code, no token.
 */
final class Remains {

    /** Two JSON objects in base64 and a signature; a single object opens nothing. */
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[\\w-]{10,}[.]eyJ[\\w-]{10,}[.][\\w-]{10,}");

    private static final String STORAGE =
            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, document.title])";

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    /** Something of somebody that must not be kept. */
    void mustNotHold(String... more) {
        secrets.addAll(List.of(more));
    }

    /** Notes every address that a window asks for. */
    void watch(BrowserContext windows) {
        windows.onRequest(request -> addresses.add(request.url()));
    }

    /** Looks at what is kept now. */
    void check(List<Page> pages) {
        var kept =
                Stream.concat(
                                addresses.stream().map(Remains::readable),
                                pages.stream()
                                        .filter(page -> page.url().startsWith("http"))
                                        .map(page -> (String) page.evaluate(STORAGE)))
                        .toList();
        assertThat(kept).isNotEmpty();
        assertThat(kept)
                .allSatisfy(
                        text -> {
                            var folded = text.toLowerCase(Locale.ROOT);
                            assertThat(secrets)
                                    .noneMatch(
                                            secret ->
                                                    folded.contains(
                                                            secret.toLowerCase(Locale.ROOT)));
                            assertThat(text).doesNotContainPattern(TOKEN);
                        });
    }

    private static String readable(String address) {
        return URLDecoder.decode(
                address.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
