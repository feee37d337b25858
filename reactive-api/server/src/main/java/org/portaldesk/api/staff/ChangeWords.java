package org.portaldesk.api.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.staff.keycloak.AdminEvent;
import org.portaldesk.api.staff.model.StaffAct;
import org.portaldesk.api.staff.model.StaffEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What administrators do to staff in Keycloak, in the record's words. Of what they sent, only names
 * of roles and groups and a new user's username go onto the record.
 */
final class ChangeWords {

    /** What is asked for. */
    static final List<String> TYPES =
            List.of(
                    "USER",
                    "USER_LOGIN_FAILURE",
                    "REALM_ROLE_MAPPING",
                    "CLIENT_ROLE_MAPPING",
                    "GROUP_MEMBERSHIP",
                    "REALM_ROLE");

    private static final String NOBODY = "keycloak";
    private static final int MOST_NAMES = 100;
    private static final Pattern SUBJECT = Pattern.compile("(?:^|/)(users|groups)/([^/]{1,64})");

    private ChangeWords() {}

    static StaffEvent of(AdminEvent event) {
        var sent = sent(event);
        var path = Optional.ofNullable(event.resourcePath()).orElse("");
        var subject = SUBJECT.matcher(path);
        var found = subject.find();
        var by = event.authDetails();
        return new StaffEvent(
                event.id(),
                Instant.ofEpochMilli(event.time()),
                act(event, path, sent),
                by == null || by.userId() == null ? NOBODY : by.userId(),
                null,
                by == null ? null : Addresses.readable(by.ipAddress()),
                !found ? "staff_role" : subject.group(1).equals("users") ? "staff" : "staff_group",
                found ? Words.bounded(subject.group(2)) : null,
                null,
                after(event, path, sent));
    }

    private static StaffAct act(AdminEvent event, String path, JsonNode sent) {
        var added = event.operationType().equals("CREATE");
        return switch (event.resourceType()) {
            case "REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING" ->
                    added ? StaffAct.ROLES_GRANTED : StaffAct.ROLES_TAKEN;
            case "GROUP_MEMBERSHIP" -> added ? StaffAct.GROUP_JOINED : StaffAct.GROUP_LEFT;
            case "REALM_ROLE" -> StaffAct.ROLE_CHANGED;
            case "USER_LOGIN_FAILURE" -> StaffAct.UNLOCKED;
            default -> onUser(event.operationType(), path, sent);
        };
    }

    private static StaffAct onUser(String operation, String path, JsonNode sent) {
        return switch (operation) {
            case "CREATE" -> StaffAct.ADDED;
            case "DELETE" ->
                    path.indexOf('/') == path.lastIndexOf('/')
                            ? StaffAct.REMOVED
                            : StaffAct.CHANGED;
            case "UPDATE" ->
                    sent.path("enabled").booleanValue(true) ? StaffAct.CHANGED : StaffAct.DISABLED;
            default -> acted(lastPart(path));
        };
    }

    private static StaffAct acted(String verb) {
        return switch (verb) {
            case "logout" -> StaffAct.SESSIONS_ENDED;
            case "reset-password" -> StaffAct.PASSWORD_SET;
            default -> StaffAct.CHANGED;
        };
    }

    private static Map<String, Object> after(AdminEvent event, String path, JsonNode sent) {
        var after = new LinkedHashMap<String, Object>();
        switch (event.resourceType()) {
            case "REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING" -> after.put("roles", names(sent));
            case "GROUP_MEMBERSHIP" -> put(after, "group", name(sent, "name"));
            case "REALM_ROLE" -> put(after, "role", Words.bounded(lastPart(path)));
            default -> put(after, "username", name(sent, "username"));
        }
        put(after, "error", Words.bounded(event.error()));
        return after;
    }

    private static void put(Map<String, Object> after, String name, @Nullable String value) {
        if (value != null) {
            after.put(name, value);
        }
    }

    private static List<String> names(JsonNode roles) {
        var names = new ArrayList<String>();
        for (var role : roles) {
            var name = name(role, "name");
            if (name != null && names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static @Nullable String name(JsonNode node, String field) {
        return Words.bounded(node.path(field).stringValue(null));
    }

    private static JsonNode sent(AdminEvent event) {
        try {
            return event.representation() == null
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(event.representation());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
