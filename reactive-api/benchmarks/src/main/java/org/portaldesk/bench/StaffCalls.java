package org.portaldesk.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.portaldesk.local.backing.DemoStaff;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.signin.BrowserSignIn;

/** What members of staff ask of the API, about patients who are there. */
final class StaffCalls {

    private static final int CREATED = 201;

    private final Installation installation;
    private final List<String> patients;
    private List<String> eligible = List.of();
    private volatile String clerk = "";
    private volatile String agent = "";
    private boolean renewing;
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("tokens").daemon().factory());

    StaffCalls(Installation installation, List<String> patients) {
        if (patients.isEmpty()) {
            throw new IllegalArgumentException("there are no patients to look at");
        }
        this.installation = installation;
        this.patients = List.copyOf(patients);
    }

    /** Nobody's time counts while tokens are taken; they end after 45 seconds and are renewed. */
    void signIn() {
        takeTokens();
        if (!renewing) {
            renewing = true;
            renewal.scheduleWithFixedDelay(this::takeTokens, 25, 25, TimeUnit.SECONDS);
        }
    }

    private void takeTokens() {
        clerk = token("him-staff");
        agent = token("support-agent");
    }

    /** Who may be given a code: those who are given one now. */
    void find(Api api) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (var patient : patients) {
                if (http.send(issue(api, patient), BodyHandlers.discarding()).statusCode()
                        == CREATED) {
                    found.add(patient);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IOException("no patient may be given a code");
        }
        eligible = found;
    }

    /** A code is issued, which takes the place of the last one: an act with two events. */
    HttpRequest act(Api api) {
        return issue(api, any(eligible));
    }

    /** Of five looks three are at a patient, one searches, one reveals a field. */
    HttpRequest look(Api api) {
        var patient = "/api/patients/" + any(patients);
        return switch (ThreadLocalRandom.current().nextInt(5)) {
            case 0 -> post(api, "/api/patients/search", clerk, "{\"q\": \"sm\", \"limit\": 5}");
            case 1 ->
                    post(
                            api,
                            patient + "/reveal",
                            agent,
                            "{\"field\": \"ADDRESS\", \"reason\": \"bench\"}");
            default -> from(api, patient, clerk).build();
        };
    }

    private HttpRequest issue(Api api, String patient) {
        return post(
                api,
                "/api/patients/" + patient + "/activation-codes",
                clerk,
                "{\"channel\": \"HANDED_OVER\", \"reason\": \"lost\"}");
    }

    private static HttpRequest post(Api api, String path, String token, String json) {
        return from(api, path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private static HttpRequest.Builder from(Api api, String path, String token) {
        return HttpRequest.newBuilder(api.at(path)).header("Authorization", "Bearer " + token);
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private String token(String role) {
        var member =
                new DemoStaff(installation.secrets())
                        .all().stream()
                                .filter(one -> one.roles().contains(role))
                                .findFirst()
                                .orElseThrow();
        return new BrowserSignIn(
                        installation.keycloakUrl(),
                        "staff",
                        "api-docs",
                        "http://127.0.0.1/signed-in")
                .signIn(member.username(), member.password())
                .accessToken();
    }
}
