package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;

/** Follows the links of reset mails as their readers do. */
class ResetLinkIT extends DeskIT {

    private static final String NEW_PASSWORD = "another long pass phrase";
    private static final String TAKEN = "taken";
    private static final Pattern LINK =
            Pattern.compile("(https?://\\S+/login-actions/action-token\\?key=[^\\s\"<]+)");
    private static final Pattern GO_ON = Pattern.compile("href=\"([^\"]*action-token[^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    @Test
    void aLinkWorksOnceAndAnOlderOneIsDead() throws Exception {
        var member = Member.active(database, backing());
        var verification = passed(agent(), member);
        json(act(agent(), member, "password-reset", verification), 200);
        var older = links(member, 1).getFirst();
        json(act(agent(), member, "password-reset", verification), 200);
        var newer =
                links(member, 2).stream()
                        .filter(link -> !link.equals(older))
                        .findFirst()
                        .orElseThrow();

        assertThat(new Reader().answerTo(newer, "aaaaaaaaaaaaaaa")).contains("too easy to guess");
        assertThat(new Reader().answerTo(newer, member.username() + " and more"))
                .contains("must not contain your name");
        assertThat(new Reader().answerTo(newer, "fourteen chars")).contains("minimum length 15");
        assertThat(new Reader().setsPassword(older)).as("the older link").isFalse();
        assertThat(new Reader().setsPassword(newer)).as("the newer link").isTrue();
        assertThat(new Reader().setsPassword(newer)).as("the newer link again").isFalse();

        assertThat(member.canSignIn(NEW_PASSWORD)).isTrue();
        assertThat(member.canSignIn()).isFalse();
    }

    @Test
    void theLinkGoesToTheAddressOnRecordWhateverKeycloakHad() throws Exception {
        var member = Member.active(database, backing());
        member.admin()
                .put(
                        "/patients/users/" + member.keycloakId(),
                        Map.of("email", "thief-" + member.email()));

        json(act(agent(), member, "password-reset", passed(agent(), member)), 200);

        assertThat(links(member, 1)).hasSize(1);
        assertThat(personOf(member)).isEqualTo(member.id().toString());
    }

    private static String personOf(Member member) {
        return member.admin()
                .get("/patients/users/" + member.keycloakId())
                .path("attributes")
                .path("person_id")
                .path(0)
                .asString("");
    }

    private static List<String> links(Member member, int wanted) throws Exception {
        List<String> found = List.of();
        for (var wait = 0; wait < 100 && found.size() < wanted; wait++) {
            Thread.sleep(100);
            found = linksTo(member);
        }
        assertThat(found).hasSize(wanted);
        return found;
    }

    private static List<String> linksTo(Member member) throws MessagingException, IOException {
        var found = new ArrayList<String>();
        for (var mail : backing().mail().received()) {
            var link = LINK.matcher(Mails.text(mail));
            if (mail.getAllRecipients()[0].toString().equals(member.email()) && link.find()) {
                found.add(link.group(1));
            }
        }
        return found;
    }

    /**
     * A browser of its own. Java's own cookie jar holds back secure cookies from {@code
     * http://localhost}, which browsers send.
     */
    private static final class Reader {

        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final Map<String, String> cookies = new LinkedHashMap<>();

        boolean setsPassword(String link) throws IOException, InterruptedException {
            return answerTo(link, NEW_PASSWORD).equals(TAKEN);
        }

        /** What Keycloak shows when this is to be the password. */
        String answerTo(String link, String wanted) throws IOException, InterruptedException {
            var goOn = GO_ON.matcher(get(link));
            if (!goOn.find()) {
                return "no such link";
            }
            var page = get(plain(goOn.group(1)));
            var form = FORM.matcher(page);
            if (!page.contains("password-new") || !form.find()) {
                return page;
            }
            var password = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
            var answer =
                    send(
                            HttpRequest.newBuilder(URI.create(plain(form.group(1))))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "password-new=%s&password-confirm=%s"
                                                            .formatted(password, password))));
            return answer.statusCode() < 400 && !answer.body().contains("password-new")
                    ? TAKEN
                    : answer.body();
        }

        private String get(String address) throws IOException, InterruptedException {
            var answer = send(HttpRequest.newBuilder(URI.create(address)));
            var next = answer.headers().firstValue("Location");
            return next.isPresent() ? get(next.get()) : answer.body();
        }

        private HttpResponse<String> send(HttpRequest.Builder request)
                throws IOException, InterruptedException {
            if (!cookies.isEmpty()) {
                var header =
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; "));
                request.header("Cookie", header);
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var parts = cookie.split(";")[0].split("=", 2);
                cookies.put(parts[0], parts[1]);
            }
            return answer;
        }

        private static String plain(String html) {
            return html.replace("&amp;", "&");
        }
    }
}
