package org.portaldesk.api.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void listsShowTheFamilyNameFirst() {
        assertThat(new PersonName("O'Neill", "Zoë Anne").familyFirst())
                .isEqualTo("O'Neill, Zoë Anne");
    }

    @Test
    void oneWordNameStandsAlone() {
        assertThat(new PersonName("", "Suharto").familyFirst()).isEqualTo("Suharto");
        assertThat(new PersonName("Suharto", "").givenFirst()).isEqualTo("Suharto");
        assertThat(new PersonName("", "Suharto").sortKey()).isEqualTo("suharto");
    }

    @Test
    void sortKeyIsFoldedFamilyNameThenGivenNames() {
        assertThat(new PersonName("Márquez", "José Luis").sortKey()).isEqualTo("marquez jose luis");
    }

    @Test
    void apostropheIsFoundJoinedAndApart() {
        assertThat(new PersonName("O'Neill", "Pat").searchWords())
                .containsExactlyInAnyOrder("oneill", "o", "neill", "pat");
    }

    @Test
    void doubleNameIsFoundJoinedAndApart() {
        assertThat(new PersonName("Smith-Jones", "Mary Ann").searchWords())
                .containsExactlyInAnyOrder(
                        "smith", "jones", "smithjones", "mary", "ann", "maryann");
    }
}
