package org.portaldesk.realm;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm to what its file says, whether it exists or not. A realm that was brought to the
 * same file before is left alone. People are never touched: no user, no role and no client is
 * deleted, and of users only the service accounts of the file's own clients are changed.
 *
 * @see <a
 *     href="../../../../../../../docs/decisions/0010-realms-are-applied-not-imported.md">0010</a>
 */
public final class RealmUpdate {

    /** What became of the realm. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** The realm attribute that remembers the file. */
    private static final String FINGERPRINT = "portal-desk.file";

    private static final Set<String> NOT_SETTINGS =
            Set.of(
                    "clients",
                    "roles",
                    "users",
                    "scopeMappings",
                    "attributes",
                    "gone",
                    "groups",
                    "defaultGroups",
                    "adminPermissions");

    private final KeycloakAdmin admin;
    private final RealmFile file;
    private final String realm;

    private RealmUpdate(KeycloakAdmin admin, RealmFile file) {
        this.admin = admin;
        this.file = file;
        this.realm = "/" + file.name();
    }

    /** Applies the file; safe to repeat, and to repeat after it broke off half-way. */
    public static Outcome apply(KeycloakAdmin admin, RealmFile file) {
        return new RealmUpdate(admin, file).apply();
    }

    private Outcome apply() {
        Optional<JsonNode> present = admin.find(realm);
        if (present.filter(this::cameFromThisFile).isPresent()) {
            return Outcome.UNCHANGED;
        }
        if (present.isEmpty()) {
            admin.post("", empty().put("enabled", false));
        }
        settings();
        file.profile().ifPresent(profile -> admin.put(realm + "/users/profile", profile));
        roles();
        clients();
        groups();
        serviceAccounts();
        remember();
        return present.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
    }

    private boolean cameFromThisFile(JsonNode present) {
        return present.path("attributes").path(FINGERPRINT).asString("").equals(file.fingerprint());
    }

    private void settings() {
        ObjectNode settings = file.content().deepCopy();
        settings.remove(NOT_SETTINGS);
        admin.put(realm, settings);
    }

    private void roles() {
        for (JsonNode role : file.content().path("roles").path("realm")) {
            String path = realm + "/roles/" + KeycloakAdmin.part(role.path("name").stringValue());
            if (admin.find(path).isPresent()) {
                admin.put(path, role);
            } else {
                admin.post(realm + "/roles", role);
            }
        }
    }

    private void clients() {
        var clients = new ClientUpdate(admin, realm, file.content());
        file.content().path("clients").forEach(clients::apply);
        file.content().path("gone").path("clients").forEach(clients::remove);
    }

    private void groups() {
        var groups = new GroupUpdate(admin, realm);
        file.content().path("groups").forEach(groups::apply);
        file.content().path("defaultGroups").forEach(groups::everybodyJoins);
        if (file.content().has("adminPermissions")) {
            AdminPermissions.of(admin, realm).apply(file.content().path("adminPermissions"));
        }
    }

    /** After the permissions that stand in for what an account may lose here. */
    private void serviceAccounts() {
        var accounts = new ServiceAccounts(admin, realm);
        file.content().path("users").forEach(accounts::apply);
    }

    /**
     * Last, so that an update that broke off is done again. Attributes are replaced as a whole,
     * hence the merge.
     */
    private void remember() {
        ObjectNode attributes = admin.get(realm).path("attributes").deepCopy().asObject();
        file.content()
                .path("attributes")
                .properties()
                .forEach(a -> attributes.set(a.getKey(), a.getValue()));
        admin.put(
                realm, empty().set("attributes", attributes.put(FINGERPRINT, file.fingerprint())));
    }

    private ObjectNode empty() {
        return JsonMapper.shared().createObjectNode().put("realm", file.name());
    }
}
