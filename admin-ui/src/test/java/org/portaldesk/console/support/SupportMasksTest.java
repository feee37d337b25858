package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupportMasksTest {

    @Test
    void birthDateShowsItsYearAlone() {
        assertThat(Masks.birthDate("1963-03-12")).isEqualTo("••/••/1963");
        assertThat(Masks.birthDate("1963-••-••")).isEqualTo("••/••/1963");
        assertThat(Masks.birthDate("")).isEqualTo("••••");
    }

    @Test
    void identifierShowsItsEndAlone() {
        assertThat(Masks.identifier("c07a6f3b-17e6")).isEqualTo("•••• e6");
        assertThat(Masks.identifier("7")).isEqualTo("•••• 7");
    }

    @Test
    void usernameThatIsAnAddressIsMasked() {
        assertThat(Masks.username("ciera.boyle@example.org")).isEqualTo("c••••@••••.org");
        assertThat(Masks.username("ciera@localhost")).isEqualTo("c••••@••••");
        assertThat(Masks.username("ciera.boyle")).isEqualTo("ciera.boyle");
    }
}
