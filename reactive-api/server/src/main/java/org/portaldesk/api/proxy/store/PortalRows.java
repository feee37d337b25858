package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.portal.PortalProxyApi.MyGrant;
import org.portaldesk.contract.portal.PortalProxyApi.VisiblePatient;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.Relationship;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a signed-in person of the portal sees and confirms. Each method is one statement. */
@Component
public class PortalRows {

    /** So many wrong birth dates end a grant. */
    private static final int WRONG_BIRTH_DATES = 5;

    private static final TypeReference<Map<Area, AreaAccess>> AREAS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;
    private final String zone;

    PortalRows(Database database, JsonMapper json, Facility facility) {
        this.database = database;
        this.json = json;
        this.zone = facility.zone().getId();
    }

    /** Whom the caller may see, themselves first. */
    public Mono<List<VisiblePatient>> patients(Caller caller) {
        return database.statement(PortalSql.PATIENTS, caller.asJson(), zone)
                .map((row, _) -> visible(row))
                .all()
                .collectList();
    }

    /** Empty for whom they may not see, which is on record. */
    public Mono<VisiblePatient> patient(Caller caller, UUID id) {
        return database.statement(PortalSql.PATIENT, caller.asJson(), zone, id)
                .map((row, _) -> visible(row))
                .one();
    }

    /** The caller's grants that have not ended. */
    public Mono<List<MyGrant>> grants(Caller caller) {
        return database.statement(PortalSql.GRANTS, caller.asJson(), zone)
                .map((row, _) -> grant(row))
                .all()
                .collectList();
    }

    /** One of them; empty when it is not theirs or has ended. */
    public Mono<MyGrant> grant(Caller caller, UUID id) {
        return database.statement(PortalSql.GRANT_OF_MINE, caller.asJson(), zone, id)
                .map((row, _) -> grant(row))
                .one();
    }

    /** Whether the date was right; empty when there is nothing of theirs to confirm. */
    public Mono<Boolean> confirm(Caller caller, UUID id, LocalDate birthDate) {
        return database.statement(
                        PortalSql.CONFIRM, caller.asJson(), zone, id, birthDate, WRONG_BIRTH_DATES)
                .map((row, _) -> get(row, "fits", Boolean.class))
                .one();
    }

    private VisiblePatient visible(Readable row) {
        var accessClass = row.get("access_class", String.class);
        return new VisiblePatient(
                get(row, "id", UUID.class),
                name(row),
                get(row, "birth_date", LocalDate.class),
                get(row, "self", Boolean.class),
                accessClass == null ? null : AccessClass.valueOf(accessClass),
                areas(row));
    }

    private MyGrant grant(Readable row) {
        var patient = row.get("patient_id", UUID.class);
        return new MyGrant(
                get(row, "id", UUID.class),
                ProxyGrant.State.valueOf(get(row, "state", String.class)),
                patient,
                shownName(row, patient),
                Relationship.valueOf(get(row, "relationship", String.class)),
                AccessClass.valueOf(get(row, "access_class", String.class)),
                areas(row),
                row.get("expires_on", LocalDate.class));
    }

    /** Whoever has not confirmed whose record it is must not learn it here. */
    private static @Nullable String shownName(Readable row, @Nullable UUID patient) {
        return patient == null ? null : name(row);
    }

    private static String name(Readable row) {
        return new PersonName(
                        get(row, "family_name", String.class), get(row, "given_name", String.class))
                .familyFirst();
    }

    private Map<Area, AreaAccess> areas(Readable row) {
        return json.readValue(get(row, "areas", String.class), AREAS);
    }
}
