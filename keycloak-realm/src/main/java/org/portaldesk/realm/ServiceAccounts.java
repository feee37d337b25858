package org.portaldesk.realm;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gives the service accounts of a realm's clients the roles of the file and no other. */
record ServiceAccounts(KeycloakAdmin admin, String realm) {

    void apply(JsonNode account) {
        String client = clientPath(account.path("serviceAccountClientId").stringValue());
        String user = admin.get(client + "/service-account-user").path("id").stringValue();
        String roles = realm + "/users/" + user + "/role-mappings";
        new RoleSet(admin, roles + "/realm", realm + "/roles")
                .become(ClientUpdate.texts(account.path("realmRoles")));
        for (Map.Entry<String, JsonNode> held : account.path("clientRoles").properties()) {
            String owner = clientPath(held.getKey());
            String id = owner.substring(owner.lastIndexOf('/') + 1);
            new RoleSet(admin, roles + "/clients/" + id, owner + "/roles")
                    .become(ClientUpdate.texts(held.getValue()));
        }
    }

    private String clientPath(String clientId) {
        JsonNode found = admin.get(realm + "/clients?clientId=" + KeycloakAdmin.part(clientId));
        return realm + "/clients/" + found.path(0).path("id").stringValue();
    }
}
