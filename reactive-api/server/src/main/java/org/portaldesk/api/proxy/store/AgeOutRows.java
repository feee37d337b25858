package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.proxy.model.GrantTerms;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What birthdays and policies will do, in PostgreSQL. Each method is one statement. */
@Component
public class AgeOutRows {

    private static final TypeReference<Map<Area, AreaAccess>> AREAS = new TypeReference<>() {};
    private static final TypeReference<List<Tried>> TRIED = new TypeReference<>() {};

    /**
     * A grant before a birthday that changes a band.
     *
     * @param exceptions what somebody must look at
     */
    public record Ahead(
            UUID grantId,
            UUID patientId,
            String patientName,
            String proxyName,
            GrantTerms terms,
            LocalDate on,
            int reachesAge,
            boolean ownAccount,
            @Nullable Instant noticedAt,
            List<String> exceptions) {}

    /** A grant by the policy of today and by another. */
    public record Tried(
            UUID grantId,
            UUID patientId,
            String patientFamily,
            String patientGiven,
            String proxyFamily,
            String proxyGiven,
            int age,
            AccessClass from,
            AccessClass to,
            Map<Area, AreaAccess> fromAreas,
            Map<Area, AreaAccess> toAreas) {}

    /** What a policy would change. */
    public record Trial(Instant at, int grants, int gaining, int losing, List<Tried> changes) {}

    private final Database database;
    private final JsonMapper json;
    private final String zone;

    AgeOutRows(Database database, JsonMapper json, Facility facility) {
        this.database = database;
        this.json = json;
        this.zone = facility.zone().getId();
    }

    /** Grants with a birthday ahead, the soonest first. */
    public Mono<List<Ahead>> within(
            Caller caller,
            int days,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterGrant,
            int rows,
            boolean onlyExceptions) {
        return database.statement(
                        AgeOutSql.LIST,
                        caller.asJson(),
                        zone,
                        days,
                        nullable(afterDay, LocalDate.class),
                        nullable(afterGrant, UUID.class),
                        rows,
                        onlyExceptions)
                .map((row, _) -> ahead(row))
                .all()
                .collectList();
    }

    /** Tells whom it concerns, each once; how many grants that were. */
    public Mono<Integer> tell(Caller system, int days) {
        return database.statement(AgeOutSql.TELL, system.asJson(), zone, days)
                .map((row, _) -> get(row, "told", Integer.class))
                .one();
    }

    /** Reminds of papers that soon end, each once; how many grants that were. */
    public Mono<Integer> remind(Caller system, int days) {
        return database.statement(AgeOutSql.REMIND, system.asJson(), zone, days)
                .map((row, _) -> get(row, "told", Integer.class))
                .one();
    }

    /** Tries a policy; empty when there is none of this id. */
    public Mono<Trial> simulate(Caller caller, UUID policy, int mostNamed) {
        return database.statement(AgeOutSql.SIMULATE, caller.asJson(), policy, zone, mostNamed)
                .map(
                        (row, _) ->
                                new Trial(
                                        get(row, "moment", Instant.class),
                                        get(row, "grants", Integer.class),
                                        get(row, "gaining", Integer.class),
                                        get(row, "losing", Integer.class),
                                        json.readValue(get(row, "changes", String.class), TRIED)))
                .one();
    }

    private Ahead ahead(Readable row) {
        return new Ahead(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                name(row, "family_name", "given_name"),
                name(row, "proxy_family", "proxy_given"),
                terms(row),
                get(row, "changes_on", LocalDate.class),
                get(row, "from_age", Integer.class),
                get(row, "own_account", Boolean.class),
                row.get("noticed_at", Instant.class),
                exceptions(row));
    }

    private GrantTerms terms(Readable row) {
        return new GrantTerms(
                ProxyKind.valueOf(get(row, "kind", String.class)),
                AccessClass.valueOf(get(row, "access_class", String.class)),
                get(row, "overridden", Boolean.class),
                json.readValue(get(row, "areas", String.class), AREAS),
                get(row, "birth_date", LocalDate.class),
                false,
                row.get("ends_at", Instant.class));
    }

    private static List<String> exceptions(Readable row) {
        var exceptions = new ArrayList<String>();
        add(exceptions, row, "overridden", "OVERRIDDEN");
        add(exceptions, row, "proxy_unreachable", "PROXY_UNREACHABLE");
        add(exceptions, row, "patient_unreachable", "PATIENT_UNREACHABLE");
        add(exceptions, row, "shared", "SHARED_CONTACT");
        return exceptions;
    }

    private static void add(List<String> exceptions, Readable row, String column, String name) {
        if (get(row, column, Boolean.class)) {
            exceptions.add(name);
        }
    }

    private static String name(Readable row, String family, String given) {
        return new PersonName(get(row, family, String.class), get(row, given, String.class))
                .familyFirst();
    }
}
