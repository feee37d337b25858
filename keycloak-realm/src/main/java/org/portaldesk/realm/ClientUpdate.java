package org.portaldesk.realm;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the clients of a realm to what the file says: settings, scopes, mappers, and the roles
 * their tokens may show.
 */
final class ClientUpdate {

    private final KeycloakAdmin admin;
    private final String realm;
    private final JsonNode file;

    ClientUpdate(KeycloakAdmin admin, String realm, JsonNode file) {
        this.admin = admin;
        this.realm = realm;
        this.file = file;
    }

    void apply(JsonNode client) {
        String clientId = client.path("clientId").stringValue();
        String byName = realm + "/clients?clientId=" + KeycloakAdmin.part(clientId);
        if (admin.get(byName).isEmpty()) {
            admin.post(realm + "/clients", client);
        }
        String path = realm + "/clients/" + admin.get(byName).path(0).path("id").stringValue();
        admin.put(path, client);
        mappers(path, client);
        scopes(path, client);
        visibleRoles(path, clientId);
    }

    /** Removes a client that earlier files had, unless something else asks for it. */
    void remove(JsonNode clientId) {
        boolean wanted =
                file.path("clients")
                        .valueStream()
                        .anyMatch(client -> client.path("clientId").equals(clientId));
        if (!wanted) {
            String byName = KeycloakAdmin.part(clientId.stringValue());
            admin.get(realm + "/clients?clientId=" + byName)
                    .forEach(
                            client ->
                                    admin.delete(
                                            realm + "/clients/" + client.path("id").stringValue()));
        }
    }

    /** An update of a client leaves its mappers as they are, so they are compared one by one. */
    private void mappers(String client, JsonNode wanted) {
        if (!wanted.has("protocolMappers")) {
            return;
        }
        String path = client + "/protocol-mappers/models";
        Map<String, String> surplus = idsByName(admin.get(path));
        for (JsonNode mapper : wanted.path("protocolMappers")) {
            String id = surplus.remove(mapper.path("name").stringValue());
            if (id == null) {
                admin.post(path, mapper);
            } else {
                admin.put(path + "/" + id, ((ObjectNode) mapper.deepCopy()).put("id", id));
            }
        }
        surplus.values().forEach(id -> admin.delete(path + "/" + id));
    }

    private void scopes(String client, JsonNode wanted) {
        if (!wanted.has("defaultClientScopes")) {
            return;
        }
        Map<String, String> known = idsByName(admin.get(realm + "/client-scopes"));
        for (String kind : new String[] {"default", "optional"}) {
            String path = client + "/" + kind + "-client-scopes";
            Set<String> surplus = idsByName(admin.get(path)).keySet();
            for (String name : texts(wanted.path(kind + "ClientScopes"))) {
                if (!surplus.remove(name)) {
                    admin.put(path + "/" + known.get(name), Map.of());
                }
            }
            surplus.forEach(name -> admin.delete(path + "/" + known.get(name)));
        }
    }

    private void visibleRoles(String client, String clientId) {
        for (JsonNode mapping : file.path("scopeMappings")) {
            if (mapping.path("client").stringValue().equals(clientId)) {
                new RoleSet(admin, client + "/scope-mappings/realm", realm + "/roles")
                        .become(texts(mapping.path("roles")));
            }
        }
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static Map<String, String> idsByName(JsonNode things) {
        Map<String, String> ids = new HashMap<>();
        things.forEach(t -> ids.put(t.path("name").stringValue(), t.path("id").stringValue()));
        return ids;
    }
}
