package org.portaldesk.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.staff.keycloak.AdminEvent;
import org.portaldesk.api.staff.keycloak.AdminEvent.Administrator;
import org.portaldesk.api.staff.keycloak.SignInEvent;
import org.portaldesk.api.staff.model.StaffAct;

class StaffWordsTest {

    private static final String USER = "users/4f2b";

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::1, 0:0:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.7, 192.0.2.7",
        "unknown,",
        "'192.0.2.7, 10.0.0.1',",
        "999.0.0.1,",
        "'',",
        "localhost,"
    })
    void anAddressIsKeptAsOneOrNotAtAll(String told, @Nullable String kept) {
        assertThat(Addresses.readable(told)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_user_credentials, WRONG_PASSWORD",
        "user_not_found, UNKNOWN_NAME",
        "expired_code, EXPIRED_CODE",
        "<script>, OTHER",
        "'', OTHER",
        ", OTHER"
    })
    void whyItFailedIsAWordOfOurs(@Nullable String error, String reason) {
        assertThat(SignInWords.of(signIn("LOGIN_ERROR", "admin-ui", error)).reason())
                .isEqualTo(reason);
    }

    @Test
    void whatWasTypedIsKeptOnlyWhereItWasANameThatSignedIn() {
        assertThat(SignInWords.of(signIn("LOGIN", "admin-ui", null)).username()).isEqualTo("hana");
        assertThat(SignInWords.of(signIn("LOGIN_ERROR", "admin-ui", "user_not_found")).username())
                .isNull();
    }

    @Test
    void aProgramThatAStrangerMadeUpIsNotNamed() {
        assertThat(SignInWords.of(signIn("LOGIN", "admin-ui", null)).after())
                .isEqualTo(Map.of("client", "admin-ui"));
        for (var made : List.of("a b", "<b>", "x".repeat(65), "a\u0000b", "")) {
            assertThat(SignInWords.of(signIn("LOGIN_ERROR", made, "x")).after()).isEmpty();
        }
    }

    @Test
    void eachTypeThatIsAskedForHasAWord() {
        for (var type : SignInWords.TYPES) {
            assertThat(SignInWords.of(signIn(type, "admin-ui", null)).act()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USER, CREATE, users/4f2b, ADDED",
        "USER, UPDATE, users/4f2b, CHANGED",
        "USER, DELETE, users/4f2b, REMOVED",
        "USER, DELETE, users/4f2b/credentials/1, CHANGED",
        "USER, ACTION, users/4f2b/logout, SESSIONS_ENDED",
        "USER, ACTION, users/4f2b/reset-password, PASSWORD_SET",
        "USER, ACTION, users/4f2b/execute-actions-email, CHANGED",
        "REALM_ROLE_MAPPING, CREATE, users/4f2b/role-mappings/realm, ROLES_GRANTED",
        "REALM_ROLE_MAPPING, DELETE, groups/77/role-mappings/realm, ROLES_TAKEN",
        "CLIENT_ROLE_MAPPING, CREATE, users/4f2b/role-mappings/clients/1, ROLES_GRANTED",
        "GROUP_MEMBERSHIP, CREATE, users/4f2b/groups/77, GROUP_JOINED",
        "GROUP_MEMBERSHIP, DELETE, users/4f2b/groups/77, GROUP_LEFT",
        "REALM_ROLE, UPDATE, roles/supervisor, ROLE_CHANGED",
        "REALM_ROLE, CREATE, roles-by-id/1/composites, ROLE_CHANGED",
        "USER_LOGIN_FAILURE, DELETE, attack-detection/brute-force/users/4f2b, UNLOCKED"
    })
    void eachChangeHasAWord(String type, String operation, String path, StaffAct act) {
        var told = ChangeWords.of(change(type, operation, path, null));
        assertThat(told.act()).isEqualTo(act);
        if (path.contains(USER)) {
            assertThat(told.objectType() + " " + told.objectId()).isEqualTo("staff 4f2b");
        }
    }

    @Test
    void aDisabledAccountIsToldFromAnotherChange() {
        assertThat(ChangeWords.of(change("USER", "UPDATE", USER, "{\"enabled\":false}")).act())
                .isEqualTo(StaffAct.DISABLED);
        assertThat(ChangeWords.of(change("USER", "UPDATE", USER, "{\"enabled\":true}")).act())
                .isEqualTo(StaffAct.CHANGED);
    }

    @Test
    void ofWhatWasSentTheNamesOfRolesAreKept() {
        var roles = "[{\"name\":\"supervisor\",\"description\":\"x\"},{\"name\":\"clinician\"}]";
        var told = ChangeWords.of(change("REALM_ROLE_MAPPING", "CREATE", USER, roles));
        assertThat(told.after()).isEqualTo(Map.of("roles", List.of("supervisor", "clinician")));
        var user = "{\"username\":\"hana\",\"email\":\"h@example.org\",\"firstName\":\"Hana\"}";
        assertThat(ChangeWords.of(change("USER", "CREATE", USER, user)).after())
                .isEqualTo(Map.of("username", "hana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "[1,null,{\"name\":7}]"})
    void whatCannotBeReadHidesNoEvent(String sent) {
        var told = ChangeWords.of(change("REALM_ROLE_MAPPING", "CREATE", USER, sent));
        assertThat(told.act()).isEqualTo(StaffAct.ROLES_GRANTED);
        assertThat(told.after()).isEqualTo(Map.of("roles", List.of()));
    }

    @Test
    void whoeverChangedItIsNamedAlsoWhereKeycloakDoesNotSay() {
        var event = new AdminEvent("1", 0, "UPDATE", "USER", null, null, null, null);
        assertThat(ChangeWords.of(event).person()).isEqualTo("keycloak");
        assertThat(ChangeWords.of(change("USER", "UPDATE", USER, null)).person()).isEqualTo("root");
    }

    @Test
    void aTextIsBoundedAndHoldsNothingThatCannotBeKept() {
        assertThat(Words.bounded("a\u0000b\n\ud800c")).isEqualTo("abc");
        assertThat(Words.bounded("x".repeat(1_000))).hasSize(255);
        assertThat(Words.bounded(null)).isNull();
    }

    private static SignInEvent signIn(String type, String client, @Nullable String error) {
        return new SignInEvent(
                "1", 0, type, client, "4f2b", "192.0.2.7", error, Map.of("username", "hana"));
    }

    private static AdminEvent change(
            String type, String operation, String path, @Nullable String sent) {
        var root = new Administrator("root", "192.0.2.7");
        return new AdminEvent("1", 0, operation, type, path, sent, root, null);
    }
}
