package org.portaldesk.api.privacy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.AccessReport.Kind;

class ReportWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/portaldesk/api");

    /** How statements and enums name acts: {@code 'CODE_ISSUED' AS act}, {@code act, "DONE"}. */
    private static final Pattern ACT =
            Pattern.compile("'([A-Z]+(?:_[A-Z]+)+)'(?: END)? AS act|SELECT '([A-Z_]+)', 'DONE'");

    @ParameterizedTest
    @EnumSource
    void everyActThatAStatementNamesHasPlainWords(Language language) throws IOException {
        var acts = actsOfTheSources();
        assertThat(acts).hasSizeGreaterThan(50).contains("CODE_ISSUED", "PROXY_GRANTED");
        assertThat(acts).allMatch(ReportWords.in(language)::knows);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasAName(Language language) {
        for (var role : StaffRole.values()) {
            assertThat(who(language, Kind.STAFF, null, role.realmRole()))
                    .isNotEqualTo(who(language, Kind.STAFF, null, "no-such-role"));
        }
    }

    @Test
    void staffAreShownByRoleUnlessTheReportNamesThem() {
        assertThat(who(Language.EN, Kind.STAFF, null, "him-staff"))
                .isEqualTo("Medical records staff");
        assertThat(who(Language.EN, Kind.STAFF, "Hana Kim", "him-staff"))
                .isEqualTo("Medical records staff (Hana Kim)");
        assertThat(who(Language.ES, Kind.PROXY, "Luz Vega", ""))
                .isEqualTo("Persona con acceso a su expediente: Luz Vega");
        assertThat(who(Language.ES, Kind.SELF, null, "")).isEqualTo("Usted");
    }

    @Test
    void anActThatCameLaterIsCalledByItsName() {
        assertThat(ReportWords.in(Language.ES).what("MOON_WATCHED"))
                .isEqualTo("Otra acción (MOON_WATCHED)");
    }

    private static String who(Language language, Kind kind, @Nullable String name, String role) {
        var entry =
                new ReportEntry(
                        Instant.EPOCH,
                        kind,
                        name,
                        List.of(role),
                        "PATIENT_READ",
                        AuditOutcome.DONE);
        return ReportWords.in(language).who(entry);
    }

    private static Set<String> actsOfTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var acts = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(
                            file ->
                                    ACT.matcher(read(file))
                                            .results()
                                            .forEach(
                                                    found ->
                                                            acts.add(
                                                                    found.group(1) == null
                                                                            ? found.group(2)
                                                                            : found.group(1))));
            return acts;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
