package org.portaldesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.local.process.ProcessFolder;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Runs last: whatever all the other tests told the database of people must not stand where it does
 * not belong. Names, birth dates, MRNs, contacts, SSNs, activation codes, tokens: not in the log of
 * the API, of Keycloak or of PostgreSQL, not in a metric, not in Keycloak's events, not in the
 * subject of a mail.
 */
@Order(Integer.MAX_VALUE)
class CanariesIT extends FeedIT {

    /** Everything that tells who somebody is, but for what is too short to be told from chance. */
    private static final String KNOWN =
            """
            SELECT family_name FROM patient WHERE length(family_name) > 8
            UNION SELECT mrn FROM patient WHERE length(mrn) > 6
            UNION SELECT birth_date::text FROM patient WHERE birth_date > '1901-01-01'
            UNION SELECT to_char(birth_date, 'MM/DD/YYYY') FROM patient WHERE birth_date > '1901-01-01'
            UNION SELECT value FROM patient_contact WHERE length(value) > 9
            """;

    /** SSNs as tests make them, activation codes in print, JSON web tokens. */
    private static final List<Pattern> SHAPES =
            List.of(
                    Pattern.compile("\\b999-\\d{2}-\\d{4}\\b"),
                    Pattern.compile(
                            "\\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\\b"),
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}@._+/-]+");

    @Autowired private MeterRegistry meters;

    @Test
    void whatIsLookedForIsFoundWhereItStands() {
        var patient = FedPatient.named(family("Canary"), "Ann");
        given(patient);
        as(HIM_STAFF).get().uri("/api/patients?q={mrn}", patient.mrn()).exchange();
        var known = new HashSet<>(rows(KNOWN));
        assertThat(told("INFO found " + patient.mrn() + ", born 1970-06-22 (999-83-4786)", known))
                .containsExactlyInAnyOrder(patient.mrn(), "1970-06-22", "999-83-4786");
        assertThat(told("code 7K3QD-90ZXC-VBNM1", known)).hasSize(1);
    }

    @Test
    void theApisLogTellsOfNobody() throws IOException {
        var log = Files.readString(Path.of("target/api.log"));
        assertThat(log).contains("Started");
        assertThat(told(log, known())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "keycloak"})
    void theServersLogsTellOfNobody(String server) throws IOException {
        var file = new ProcessFolder(backing().installation().folder()).log(server);
        // Bytes of any encoding: a log that is cut in the middle of a letter is still read.
        var log = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(log).isNotBlank();
        assertThat(told(log, known())).isEmpty();
    }

    @Test
    void metricsTellOfNobody() {
        var text =
                meters.getMeters().stream()
                        .flatMap(
                                meter ->
                                        Stream.concat(
                                                Stream.of(meter.getId().getName()),
                                                meter.getId().getTags().stream()
                                                        .map(Tag::getValue)))
                        .collect(Collectors.joining("\n"));
        assertThat(text).isNotBlank();
        assertThat(told(text, known())).isEmpty();
    }

    @Test
    void keycloaksEventsTellOfNobody() {
        var admin = backing().keycloak().admin();
        var known = known();
        known.removeIf(CanariesIT::isOfStaff);
        for (var realm : List.of("patients", "staff")) {
            assertThat(told(admin.get("/" + realm + "/events?max=100000").toString(), known))
                    .isEmpty();
            assertThat(told(admin.get("/" + realm + "/admin-events?max=100000").toString(), known))
                    .isEmpty();
        }
    }

    /**
     * Keycloak's events tell who was made a member of staff; some tests name patients like them.
     */
    private static boolean isOfStaff(String name) {
        return backing().staff().stream()
                .anyMatch(
                        member -> member.username().endsWith("." + name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void subjectsOfMailsTellOfNobody() throws MessagingException {
        var known = known();
        for (var mail : backing().mail().received()) {
            assertThat(told(String.valueOf(mail.getSubject()), known)).isEmpty();
        }
    }

    private static Set<String> known() {
        return new HashSet<>(rows(KNOWN));
    }

    /** What a text tells that it must not. */
    private static Set<String> told(String text, Set<String> known) {
        var told = new TreeSet<String>();
        SHAPES.forEach(shape -> shape.matcher(text).results().forEach(it -> told.add(it.group())));
        for (var words = WORD.matcher(text); words.find(); ) {
            var word = words.group().replaceAll("[./_-]+$", "");
            Stream.concat(Stream.of(word), Stream.of(word.split("[/_]")))
                    .filter(known::contains)
                    .forEach(told::add);
        }
        return told;
    }
}
