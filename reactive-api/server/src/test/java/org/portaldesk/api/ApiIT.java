package org.portaldesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.portaldesk.api.activation.QuickPace;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.local.backing.Backing;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The API in this JVM, on real PostgreSQL and Keycloak, watched by BlockHound. All tests share one
 * database: each makes patients of its own and asks for those.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // The API describes itself when a test asks for it: that takes longer than the rest of a
        // start.
        properties = {
            "springdoc.pre-loading-enabled=false",
            // Its tests call the round.
            "portal-desk.staff.events-pace=1h"
        })
@Import(QuickPace.class)
public abstract class ApiIT {

    private static final Map<String, Held> TOKENS = new ConcurrentHashMap<>();

    /** Well below the five minutes that Keycloak gives. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private static final Map<String, String> RENEWED = new ConcurrentHashMap<>();

    private record Held(String token, Instant since) {}

    static {
        Watchdog.install();
        Beside.begin(backing().installation());
        letStaffReadALot();
    }

    /**
     * A few people read here for all tests, within the hour; administrators as they are shipped.
     */
    private static void letStaffReadALot() {
        try (var database = superuser();
                var change = database.createStatement()) {
            change.execute(
                    """
                    INSERT INTO setting (name, effective_from, value, set_by)
                    SELECT 'watch.patients-shown-per-hour.' || role, clock_timestamp(), '1000000', 'all tests'
                    FROM unnest(ARRAY['him-staff', 'support-agent', 'roi-reviewer', 'clinician', 'supervisor',
                                      'privacy-officer']) AS role
                    """);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @LocalServerPort private int port;

    /** Also when the failure went to nobody, such as one while a connection is opened. */
    @AfterAll
    static void nothingHasBlocked() {
        assertThat(Watchdog.caught()).isEmpty();
    }

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        backing()
                .installation()
                .apiEnvironment()
                .forEach((name, value) -> registry.add(name, () -> renewed(name, value)));
    }

    /** The keys of what is kept have been renewed once; the installation's own are the earlier. */
    private static String renewed(String name, String value) {
        var isKey = name.matches("PORTAL_DESK_(CODE|ANSWER|DOCUMENT)_KEY");
        return isKey ? RENEWED.computeIfAbsent(name, _ -> freshKey()) + "," + value : value;
    }

    private static String freshKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** PostgreSQL, Keycloak and the mail catcher of this JVM. */
    protected static Backing backing() {
        return Backing.shared();
    }

    /** A client without a token. */
    protected WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** The first member of staff with that role, with a token of their own. */
    protected WebTestClient as(StaffRole role) {
        return with(token(role.realmRole(), () -> backing().staffToken(role.realmRole())));
    }

    /** The EHR feed. */
    protected WebTestClient feed() {
        return with(token("ehr-feed", () -> backing().feedToken()));
    }

    /** Somebody with that token. */
    protected WebTestClient with(String token) {
        return anonymous().mutate().defaultHeaders(headers -> headers.setBearerAuth(token)).build();
    }

    /**
     * A connection with all rights, for what no API may do: looking behind it and breaking things.
     */
    protected static Connection superuser() throws SQLException {
        var postgres = backing().postgres();
        return postgres.connect("portaldesk", postgres.installation().databaseSuperuser());
    }

    private static String token(String name, Supplier<String> signIn) {
        return TOKENS.compute(
                        name,
                        (_, held) ->
                                held != null && held.since.plus(FRESH).isAfter(Instant.now())
                                        ? held
                                        : new Held(signIn.get(), Instant.now()))
                .token;
    }
}
