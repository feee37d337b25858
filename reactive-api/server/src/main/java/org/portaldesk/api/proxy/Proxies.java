package org.portaldesk.api.proxy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.proxy.store.GrantRows;
import org.portaldesk.api.proxy.store.PortalRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.portal.PortalProxyApi.MyGrant;
import org.portaldesk.contract.portal.PortalProxyApi.VisiblePatient;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may see whose record at this moment. Nothing here is remembered from one request to the next:
 * dates, birthdays, deaths, blocks and revocations count at the moment of use.
 *
 * @see "docs/decisions/0074-grants-are-judged-when-used.md"
 */
@Component
public class Proxies {

    /**
     * What another feature's statement joins to show a proxy what they may see: rows of {@code
     * (grant_id, patient_id, access_class, areas)} for the account that signed in, at the moment of
     * the statement. {@code $1} is the caller; the other place is the facility's zone.
     *
     * <pre>{@code
     * JOIN <ACCESS_OF_CALLER.formatted("$2")> AS access ON access.patient_id = result.patient_id
     *     AND access.areas ? 'RESULTS'
     * }</pre>
     */
    public static final String ACCESS_OF_CALLER =
            "proxy_access(($1::jsonb ->> 'id')::uuid, %s::text)";

    private final GrantRows grants;
    private final PortalRows portal;
    private final Audit audit;

    Proxies(GrantRows grants, PortalRows portal, Audit audit) {
        this.grants = grants;
        this.portal = portal;
        this.audit = audit;
    }

    /** Both ways round; empty for an unknown patient. */
    public Mono<PatientProxies> ofPatient(Caller caller, UUID patient) {
        return grants.ofPatient(caller, patient)
                .map(
                        found ->
                                new PatientProxies(
                                        found.seenBy(),
                                        found.sees(),
                                        shown(caller, found.blocks())));
    }

    /** Ends a grant. */
    public Mono<GrantOutcome> end(Caller caller, UUID id, String reason, OptionalInt seen) {
        return grants.find(id)
                .flatMap(grant -> end(caller, grant, reason, seen))
                .defaultIfEmpty(new GrantOutcome.Unknown());
    }

    /** "Never a proxy"; empty for an unknown patient. */
    public Mono<ProxyBlock> block(Caller caller, UUID patient, ProxyApi.Block block) {
        return grants.block(caller, patient, block);
    }

    /** Blocks of a patient, as far as the caller may know; empty for an unknown patient. */
    public Mono<Page<ProxyBlock>> blocks(Caller caller, UUID patient) {
        return grants.blocks(caller, patient)
                .map(blocks -> new Page<>(shown(caller, blocks), null));
    }

    /** Ends a block; empty when none of this id stands. */
    public Mono<ProxyBlock> unblock(Caller caller, UUID id, String reason) {
        return grants.unblock(caller, id, reason);
    }

    /** Whom a person of the portal may see, themselves first. */
    public Mono<Page<VisiblePatient>> patients(Caller caller) {
        return portal.patients(caller).map(found -> new Page<>(found, null));
    }

    /** One of them; empty for anybody else, which is on record. */
    public Mono<VisiblePatient> patient(Caller caller, UUID id) {
        return portal.patient(caller, id);
    }

    /** The grants of a person of the portal. */
    public Mono<Page<MyGrant>> grants(Caller caller) {
        return portal.grants(caller).map(found -> new Page<>(found, null));
    }

    /** Confirms a grant by the patient's birth date. */
    public Mono<GrantOutcome> confirm(Caller caller, UUID id, LocalDate birthDate) {
        return portal.confirm(caller, id, birthDate)
                .flatMap(
                        fits ->
                                fits
                                        ? portal.grant(caller, id)
                                                .<GrantOutcome>map(GrantOutcome.Confirmed::new)
                                        : Mono.just(new GrantOutcome.WrongBirthDate()))
                .switchIfEmpty(
                        portal.grant(caller, id)
                                .<GrantOutcome>map(mine -> new GrantOutcome.NotInState()))
                .defaultIfEmpty(new GrantOutcome.Unknown());
    }

    private Mono<GrantOutcome> end(
            Caller caller, ProxyGrant grant, String reason, OptionalInt seen) {
        if (grant.state() == ProxyGrant.State.ENDED) {
            return refused(caller, grant, "STATE_CONFLICT", new GrantOutcome.NotInState());
        }
        if (seen.isPresent() && seen.getAsInt() != grant.version()) {
            return refused(caller, grant, "STALE", new GrantOutcome.Stale());
        }
        return grants.end(caller, grant.id(), reason, grant.version())
                .flatMap(
                        done ->
                                done
                                        ? grants.find(grant.id())
                                                .<GrantOutcome>map(GrantOutcome.Ended::new)
                                        : end(caller, grant.id(), reason, seen));
    }

    private Mono<GrantOutcome> refused(
            Caller caller, ProxyGrant grant, String why, GrantOutcome outcome) {
        return audit.refused(
                        caller,
                        "PROXY_GRANT_ENDED",
                        grant.patientId(),
                        "proxy_grant",
                        grant.id().toString(),
                        why)
                .thenReturn(outcome);
    }

    /** Those who may not know why learn only that somebody is not permitted. */
    private static List<ProxyBlock> shown(Caller caller, List<ProxyBlock> blocks) {
        return caller.may(Permission.SEE_BLOCK_REASONS)
                ? blocks
                : blocks.stream().map(Proxies::withoutReason).toList();
    }

    private static ProxyBlock withoutReason(ProxyBlock block) {
        return new ProxyBlock(
                block.id(),
                block.patientId(),
                block.name(),
                null,
                null,
                null,
                block.createdAt(),
                block.endedAt());
    }
}
