package org.portaldesk.realm;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The groups of a realm; whoever is in one stays in it. */
record GroupUpdate(KeycloakAdmin admin, String realm) {

    private static final int PAGE = 200;

    /** The mark of a group that all earlier users have joined; Keycloak adds the later ones. */
    private static final String ALL_JOINED = "portal-desk.all-joined";

    void apply(JsonNode group) {
        if (admin.get(search(group.path("name").stringValue())).isEmpty()) {
            admin.post(realm + "/groups", group);
        }
    }

    /**
     * Makes every user of the realm a member, those to come too.
     *
     * @param path such as {@code /portal-users}
     */
    void everybodyJoins(JsonNode path) {
        String name = path.stringValue().substring(1);
        String id = id(name);
        admin.put(realm + "/default-groups/" + id, Map.of());
        String group = realm + "/groups/" + id;
        if (!admin.get(group).path("attributes").has(ALL_JOINED)) {
            earlierUsersJoin(id);
            admin.put(group, Map.of("name", name, "attributes", Map.of(ALL_JOINED, List.of("1"))));
        }
    }

    String id(String name) {
        return admin.get(search(name)).path(0).path("id").stringValue();
    }

    private void earlierUsersJoin(String group) {
        for (int first = 0; ; first += PAGE) {
            JsonNode page =
                    admin.get(
                            "%s/users?briefRepresentation=true&first=%d&max=%d"
                                    .formatted(realm, first, PAGE));
            page.forEach(user -> join(user.path("id").stringValue(), group));
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private void join(String user, String group) {
        admin.put(realm + "/users/" + user + "/groups/" + group, Map.of());
    }

    private String search(String name) {
        return realm + "/groups?exact=true&search=" + KeycloakAdmin.part(name);
    }
}
