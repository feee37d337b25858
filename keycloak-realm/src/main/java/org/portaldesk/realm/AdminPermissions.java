package org.portaldesk.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keycloak's fine-grained admin permissions (v2): which client may do what to whose accounts. They
 * become exactly those of the file; Keycloak keeps them in a client of its own.
 *
 * @param server where they are
 * @see <a href="../../../../../../../docs/decisions/0111-keys-rights-and-tokens.md">0111</a>
 */
record AdminPermissions(KeycloakAdmin admin, String realm, String server) {

    static AdminPermissions of(KeycloakAdmin admin, String realm) {
        JsonNode keeper = admin.get(realm + "/clients?clientId=admin-permissions").path(0);
        String path = realm + "/clients/" + keeper.path("id").stringValue();
        return new AdminPermissions(admin, realm, path + "/authz/resource-server");
    }

    void apply(JsonNode wanted) {
        become("/policy", "user", wanted.path("policies"), this::policy);
        become("/permission", "scope", wanted.path("permissions"), this::permission);
    }

    private interface Filling {
        ObjectNode filled(ObjectNode named);
    }

    private void become(String place, String type, JsonNode wanted, Filling filling) {
        Map<String, String> surplus = idsByName(place);
        String path = server + place + "/" + type;
        for (JsonNode one : wanted) {
            ObjectNode filled = filling.filled(one.deepCopy().asObject());
            String id = surplus.remove(one.path("name").stringValue());
            if (id == null) {
                admin.post(path, filled);
            } else {
                admin.put(path + "/" + id, filled.put("id", id));
            }
        }
        surplus.values().forEach(id -> admin.delete(path + "/" + id));
    }

    /** By the user behind a service: lists are not filtered by a policy that names a client. */
    private ObjectNode policy(ObjectNode named) {
        JsonNode accounts = named.remove("serviceAccounts");
        return named.set("users", ids(accounts, this::serviceAccount));
    }

    private ObjectNode permission(ObjectNode named) {
        Map<String, String> policies = idsByName("/policy");
        var groups = new GroupUpdate(admin, realm);
        named.set("resources", ids(named.path("resources"), groups::id));
        return named.set("policies", ids(named.path("policies"), policies::get));
    }

    private String serviceAccount(String clientId) {
        String byName = realm + "/clients?clientId=" + KeycloakAdmin.part(clientId);
        String client = admin.get(byName).path(0).path("id").stringValue();
        return admin.get(realm + "/clients/" + client + "/service-account-user")
                .path("id")
                .stringValue();
    }

    private Map<String, String> idsByName(String place) {
        Map<String, String> ids = new HashMap<>();
        String query = place.equals("/policy") ? "?permission=false&max=1000" : "?max=1000";
        admin.get(server + place + query)
                .forEach(p -> ids.put(p.path("name").stringValue(), p.path("id").stringValue()));
        return ids;
    }

    private static JsonNode ids(JsonNode names, UnaryOperator<String> idOf) {
        List<String> ids = new ArrayList<>();
        names.forEach(name -> ids.add(idOf.apply(name.stringValue())));
        return JsonMapper.shared().valueToTree(ids);
    }
}
