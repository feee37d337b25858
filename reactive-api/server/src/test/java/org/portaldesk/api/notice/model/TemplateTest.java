package org.portaldesk.api.notice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void markupInAValueIsShownAsText() {
        assertThat(Template.resource("test.html").fill(Map.of("name", "<b>\"A\" & 'B'</b>")))
                .isEqualToIgnoringNewLines(
                        "<p title=\"&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;\">"
                                + "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;</p>");
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        assertThat(Template.resource("test.txt").fill(Map.of("name", "{{name}} $1 \\")))
                .isEqualToIgnoringNewLines("Hello {{name}} $1 \\");
    }

    @Test
    void textIsLeftAsItIs() {
        assertThat(Template.resource("test.txt").fill(Map.of("name", "<A & B>")))
                .isEqualToIgnoringNewLines("Hello <A & B>");
    }

    @Test
    void aPlaceWithoutAValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.resource("test.txt").fill(Map.of()))
                .withMessageContaining("{{name}}");
    }

    @Test
    void aTemplateThatIsNotThereIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Template.resource("none.txt"));
    }
}
