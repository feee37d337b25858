package org.portaldesk.api.notice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddresseeTest {

    @Test
    void theBlockIsNameStreetAndCity() {
        assertThat(addressee("Ada Byron", "MA", "01108", "US").block())
                .containsExactly("Ada Byron", "88 Maple Street", "Springfield, MA 01108");
    }

    @Test
    void anotherCountryStandsLast() {
        assertThat(addressee("Ada Byron", "ON", "K1A 0B1", "Canada").block())
                .endsWith("Springfield, ON K1A 0B1", "Canada");
    }

    @Test
    void whatIsMissingLeavesNoGap() {
        assertThat(addressee("Ada", null, null, null).block())
                .containsExactly("Ada", "88 Maple Street", "Springfield");
    }

    @Test
    void aLineBreakInANameDoesNotMakeALine() {
        assertThat(addressee("Ada\r\n12 Other Street\u2028X", "MA", "01108", "US").block())
                .startsWith("Ada 12 Other Street X", "88 Maple Street");
    }

    @Test
    void aNameOfPicturesAloneIsLeftToThePrinter() {
        assertThat(PaperLine.of("🎉")).isEqualTo("🎉");
        assertThat(PaperLine.of("🎉 Zoë 🎉")).isEqualTo("Zoë");
    }

    @Test
    void whatIsReadFromTheRightIsPrintedSoThatItReads() {
        assertThat(PaperLine.of("שרה כהן")).isEqualTo("ןהכ הרש");
        assertThat(PaperLine.of("Sara (שרה) Cohen")).startsWith("Sara (").endsWith("Cohen");
    }

    @Test
    void nobodyPrintsItsFields() {
        assertThat(addressee("Ada", null, null, null)).hasToString("Addressee[…]");
    }

    private static Addressee addressee(
            String name,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country) {
        return new Addressee(
                name, List.of("88 Maple Street"), "Springfield", state, postalCode, country);
    }
}
