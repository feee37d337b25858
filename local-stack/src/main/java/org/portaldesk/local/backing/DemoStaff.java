package org.portaldesk.local.backing;

import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.Secrets;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;

/**
 * The people who work at the sample hospital: at least one per role, and two where one act needs
 * two of them.
 */
public record DemoStaff(Secrets secrets) {

    private static final String USERS = "/staff/users";

    public List<StaffMember> all() {
        return List.of(
                member("Hannah", "Whitfield", "him-staff"),
                member("Miguel", "Santos", "him-staff"),
                member("Priya", "Nair", "support-agent"),
                member("Daniel", "Okafor", "support-agent"),
                member("Ruth", "Lindqvist", "roi-reviewer"),
                member("Andre", "Beaumont", "roi-reviewer"),
                member("Elena", "Marchetti", "clinician"),
                member("Samuel", "Ferreira", "supervisor"),
                member("Grace", "Adeyemi", "privacy-officer"),
                member("Tomas", "Novak", "administrator"));
    }

    /**
     * Makes whoever is missing. Who is there already stays as they are, with the password they may
     * have changed.
     */
    public void addTo(KeycloakAdmin admin) {
        all().forEach(member -> add(admin, member));
    }

    private static void add(KeycloakAdmin admin, StaffMember member) {
        String byName = USERS + "?exact=true&username=" + KeycloakAdmin.part(member.username());
        if (admin.get(byName).isEmpty()) {
            admin.post(USERS, user(member));
            String id = admin.get(byName).path(0).path("id").stringValue();
            admin.post(USERS + "/" + id + "/role-mappings/realm", roles(admin, member));
        }
    }

    private static List<JsonNode> roles(KeycloakAdmin admin, StaffMember member) {
        return member.roles().stream().map(role -> admin.get("/staff/roles/" + role)).toList();
    }

    private static Map<String, Object> user(StaffMember member) {
        return Map.of(
                "username", member.username(),
                "enabled", true,
                "firstName", member.givenName(),
                "lastName", member.familyName(),
                "email", member.username() + "@hospital.example",
                "emailVerified", true,
                "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        member.password(),
                                        "temporary",
                                        false)));
    }

    private StaffMember member(String givenName, String familyName, String role) {
        String username = (givenName + "." + familyName).toLowerCase(java.util.Locale.ROOT);
        return new StaffMember(
                username,
                secrets.password("staff/" + username),
                givenName,
                familyName,
                List.of(role));
    }
}
