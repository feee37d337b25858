package org.portaldesk.api.result.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00a0=1",
                "\uff1d1",
                "|calc",
                "%0a"
            })
    void whatCouldBeginAFormulaIsText(String value) {
        assertThat(Spreadsheet.cell(value)).startsWith("\"'");
    }

    @Test
    void otherTextsStayAsTheyAre() {
        assertThat(Spreadsheet.cell("Dr. O'Neil, \"Zoë\""))
                .isEqualTo("\"Dr. O'Neil, \"\"Zoë\"\"\"");
        assertThat(Spreadsheet.cell("")).isEqualTo("\"\"");
        assertThat(Spreadsheet.cell("a\nb=c")).isEqualTo("\"a\nb=c\"");
    }
}
