package org.portaldesk.realm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A set of roles that Keycloak keeps under one address: those of a service account, or those a
 * client's tokens may show.
 *
 * @param path where the set is
 * @param roles where the roles themselves are
 */
record RoleSet(KeycloakAdmin admin, String path, String roles) {

    /** Adds what is missing and takes away what is too much. */
    void become(Set<String> wanted) {
        List<JsonNode> surplus = new ArrayList<>();
        Set<String> missing = new HashSet<>(wanted);
        for (JsonNode present : admin.get(path)) {
            if (!missing.remove(present.path("name").stringValue())) {
                surplus.add(present);
            }
        }
        if (!missing.isEmpty()) {
            admin.post(path, missing.stream().map(this::role).toList());
        }
        if (!surplus.isEmpty()) {
            admin.delete(path, surplus);
        }
    }

    private JsonNode role(String name) {
        return admin.get(roles + "/" + KeycloakAdmin.part(name));
    }
}
