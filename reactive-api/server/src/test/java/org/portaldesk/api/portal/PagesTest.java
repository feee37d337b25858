package org.portaldesk.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.security.KeycloakSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class PagesTest {

    private static final URI KEYCLOAK = URI.create("http://localhost:8180");

    private static final Pages PAGES =
            new Pages(
                    new Facility("Ann's <Clinic>", ZoneOffset.UTC, URI.create("http://localhost")),
                    new KeycloakSettings(KEYCLOAK, KEYCLOAK, "secret"));

    @ParameterizedTest
    @EnumSource
    void aPageIsWholeInBothLanguagesAndRunsNothingInline(Page page) {
        for (var language : List.of("en", "es")) {
            assertThat(PAGES.html(page, language))
                    .contains("<html lang=\"" + language + "\"")
                    .contains("Ann&#39;s &lt;Clinic&gt;")
                    .doesNotContain("{{", "<style", " style=", " onclick=", "secret")
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)");
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("es").keySet()).isEqualTo(texts("en").keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'es-US,es;q=0.9', es",
        "'', 'en-GB', en",
        "'', 'fr,de', en",
        "'', 'fr,es;q=0.5', es",
        "en, 'es', en",
        "tlh, 'es', es"
    })
    void theReadersLanguageIsFound(String asked, String accepted, String language) {
        assertThat(Pages.language(asked, Locale.LanguageRange.parse(accepted))).isEqualTo(language);
    }

    @Test
    void withoutAnyWordOnLanguageItIsEnglish() {
        assertThat(Pages.language("", List.of())).isEqualTo("en");
    }

    private static Properties texts(String language) throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("portal/texts_" + language + ".properties"));
    }
}
