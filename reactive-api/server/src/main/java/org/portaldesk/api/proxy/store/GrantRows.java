package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.platform.database.Database.nullable;
import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.proxy.store.GrantJson.BlockJson;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Grants and blocks in PostgreSQL. Each method is one statement. */
@Component
public class GrantRows {

    private static final TypeReference<List<GrantJson>> GRANTS = new TypeReference<>() {};
    private static final TypeReference<List<BlockJson>> BLOCKS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;
    private final String zone;

    GrantRows(Database database, JsonMapper json, Facility facility) {
        this.database = database;
        this.json = json;
        this.zone = facility.zone().getId();
    }

    /** A grant as it counts now; empty when there is none of this id. */
    public Mono<ProxyGrant> find(UUID id) {
        return database.statement(GrantSql.ONE, id, zone)
                .map(
                        (row, _) ->
                                json.readValue(get(row, "seen", String.class), GrantJson.class)
                                        .grant())
                .one();
    }

    /** Both ways round, on record as read; empty for an unknown patient. */
    public Mono<PatientProxies> ofPatient(Caller caller, UUID patient) {
        return database.statement(GrantSql.OF_PATIENT, caller.asJson(), patient, zone)
                .map(
                        (row, _) ->
                                new PatientProxies(
                                        grants(get(row, "seen_by", String.class)),
                                        grants(get(row, "sees", String.class)),
                                        blocks(row)))
                .one();
    }

    /** False when it has ended or changed since. */
    public Mono<Boolean> end(Caller caller, UUID id, String reason, int version) {
        return database.statement(GrantSql.END, caller.asJson(), id, reason, version)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Empty for an unknown patient. */
    public Mono<ProxyBlock> block(Caller caller, UUID patient, ProxyApi.Block block) {
        return database.statement(
                        GrantSql.BLOCK_PERSON,
                        caller.asJson(),
                        patient,
                        block.givenName().strip(),
                        block.familyName().strip(),
                        nullable(block.birthDate(), LocalDate.class),
                        words(block.givenName()),
                        words(block.familyName()),
                        block.reason().strip())
                .map((row, _) -> oneBlock(row))
                .one();
    }

    /** Newest first, on record as read; empty for an unknown patient. */
    public Mono<List<ProxyBlock>> blocks(Caller caller, UUID patient) {
        return database.statement(GrantSql.BLOCKS, caller.asJson(), patient)
                .map((row, _) -> blocks(row))
                .one();
    }

    /** Empty when there is none that stands. */
    public Mono<ProxyBlock> unblock(Caller caller, UUID id, String reason) {
        return database.statement(GrantSql.UNBLOCK, caller.asJson(), id, reason)
                .map((row, _) -> oneBlock(row))
                .one();
    }

    List<ProxyGrant> grants(String array) {
        return json.readValue(array, GRANTS).stream().map(GrantJson::grant).toList();
    }

    List<ProxyBlock> blocks(Readable row) {
        return json.readValue(get(row, "blocks", String.class), BLOCKS).stream()
                .map(BlockJson::block)
                .toList();
    }

    private ProxyBlock oneBlock(Readable row) {
        return json.readValue(get(row, "block", String.class), BlockJson.class).block();
    }

    static String[] words(String name) {
        return Folding.words(name).toArray(String[]::new);
    }
}
