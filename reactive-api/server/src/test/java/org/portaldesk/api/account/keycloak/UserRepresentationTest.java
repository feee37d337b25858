package org.portaldesk.api.account.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class UserRepresentationTest {

    private static final UUID LINK = UUID.fromString("01a2045d-d7ff-798a-bdb6-30dd2b2a9471");

    @Test
    void aChangeSaysOnlyWhatChanges() {
        assertThat(json(UserRepresentation.enabling())).isEqualTo("{\"enabled\":true}");
        assertThat(json(UserRepresentation.disabling())).isEqualTo("{\"enabled\":false}");
    }

    @Test
    void aLinkKeepsWhatElseIsKnownAndNeitherOpensNorClosesTheAccount() {
        var user =
                JsonMapper.shared()
                        .readValue(
                                """
                                {"username": "ana", "enabled": true, "attributes": {"person_id": ["1"]}}
                                """,
                                UserRepresentation.class);

        var change = JsonMapper.shared().readTree(json(user.reachedBy("ana@example.org", LINK)));

        assertThat(change.propertyNames())
                .containsExactlyInAnyOrder("username", "email", "attributes");
        assertThat(change.path("attributes"))
                .isEqualTo(
                        JsonMapper.shared()
                                .valueToTree(
                                        Map.of(
                                                "person_id", List.of("1"),
                                                "reset_link", List.of(LINK.toString()))));
    }

    private static String json(UserRepresentation change) {
        return JsonMapper.shared().writeValueAsString(change);
    }
}
