package org.portaldesk.api.clinician.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpiTest {

    @ParameterizedTest
    @CsvSource({
        "1234567893, true",
        "1234567890, false",
        "1245319599, true",
        "1245319590, false",
        "0234567893, false",
        "123456789, false",
        "12345678931, false",
        "123456789x, false"
    })
    void theLastDigitChecksTheOthers(String text, boolean right) {
        assertThat(Npi.check(text)).isEqualTo(right);
    }
}
