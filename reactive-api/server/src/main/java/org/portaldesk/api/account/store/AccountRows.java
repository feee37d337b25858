package org.portaldesk.api.account.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.model.AccountLink;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.account.DisableReason;
import org.portaldesk.contract.account.PortalAccount.Disabling;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts in our own database. Each method is one statement. */
@Component
public class AccountRows {

    /**
     * @param name family name first
     */
    public record Owner(UUID patientId, String mrn, String name, String username) {}

    /** An account that staff have not closed. */
    public record Open(UUID keycloakId, UUID patientId) {}

    private final Database database;

    AccountRows(Database database) {
        this.database = database;
    }

    /** What we know of a patient's account; empty when there is no such patient. */
    public Mono<AccountLink> link(UUID patientId) {
        return database.statement(AccountSql.ONE, patientId).map(AccountRows::linked).one();
    }

    /** The same, on record as read. */
    public Mono<AccountLink> read(Caller caller, UUID patientId, String act) {
        return database.statement(AccountSql.READ, caller.asJson(), patientId, act)
                .map(AccountRows::linked)
                .one();
    }

    /** Those of some users who have an account that staff have not closed, in their order. */
    public Mono<List<Open>> openAmong(List<UUID> keycloakIds) {
        return database.statement(AccountSql.OPEN_AMONG, (Object) array(keycloakIds))
                .map(AccountRows::open)
                .all()
                .collectList();
    }

    /** Whose accounts some users are, on record as read. */
    public Mono<Map<UUID, Owner>> owners(Caller caller, List<UUID> keycloakIds) {
        return database.statement(AccountSql.OWNERS, caller.asJson(), array(keycloakIds))
                .map(row -> Map.entry(get(row, "keycloak_id", UUID.class), owner(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static AccountLink linked(Readable row) {
        return new AccountLink(
                get(row, "patient_id", UUID.class),
                row.get("keycloak_id", UUID.class),
                row.get("username", String.class),
                get(row, "pending", Boolean.class),
                get(row, "deceased", Boolean.class),
                disabling(row));
    }

    private static @Nullable Disabling disabling(Readable row) {
        return Objects.equals(row.get("state", String.class), "DISABLED")
                ? new Disabling(
                        DisableReason.valueOf(get(row, "disabled_reason", String.class)),
                        get(row, "disabled_by_name", String.class),
                        get(row, "disabled_at", Instant.class))
                : null;
    }

    private static Open open(Readable row) {
        return new Open(get(row, "keycloak_id", UUID.class), get(row, "patient_id", UUID.class));
    }

    private static Owner owner(Readable row) {
        return new Owner(
                get(row, "patient_id", UUID.class),
                get(row, "mrn", String.class),
                get(row, "name", String.class),
                get(row, "username", String.class));
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
