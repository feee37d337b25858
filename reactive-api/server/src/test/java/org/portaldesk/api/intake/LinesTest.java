package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void linesAreCountedFromOneAndBlankOnesAreSkipped() throws IOException {
        assertThat(read("a\n\n  \nb"))
                .containsExactly(new Lines.Line(1, "a", null), new Lines.Line(4, "b", null));
    }

    @Test
    void lastLineNeedsNoEnd() throws IOException {
        assertThat(read("a\nb")).hasSize(2);
        assertThat(read("a\nb\n")).hasSize(2);
        assertThat(read("")).isEmpty();
    }

    @Test
    void lineOfTheGreatestLengthIsTakenAndALongerOneIsNot() throws IOException {
        var longest = "x".repeat(Lines.LONGEST);
        var lines = read(longest + "\n" + longest + "x\nafter");
        assertThat(lines.get(0).text()).isEqualTo(longest);
        assertThat(lines.get(1)).isEqualTo(new Lines.Line(2, null, Rejection.TOO_LONG));
        assertThat(lines.get(2)).isEqualTo(new Lines.Line(3, "after", null));
    }

    @Property(tries = 200)
    void everyLineComesBack(@ForAll @Size(max = 50) List<@NotBlank @AlphaChars String> texts)
            throws IOException {
        assertThat(read(String.join("\n", texts)).stream().map(Lines.Line::text))
                .containsExactlyElementsOf(texts);
    }

    private static List<Lines.Line> read(String text) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var read = new ArrayList<Lines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
        }
        return read;
    }
}
