package org.portaldesk.console.proxy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;

/**
 * What the reviewer has ticked and chosen so far, before anything is decided.
 *
 * @param patient whose record it is taken to be, where the request names none
 * @param proxyPatient the patient whom the proxy is taken to be
 * @param areas where less is given than the rule allows
 */
record Draft(
        Set<Check> ticked,
        @Nullable LocalDate expiresOn,
        @Nullable UUID patient,
        @Nullable UUID proxyPatient,
        Map<Area, AreaAccess> areas,
        boolean patientCode) {

    static final Draft EMPTY = new Draft(Set.of(), null, null, null, Map.of(), false);

    Draft {
        ticked = Set.copyOf(ticked);
        areas = Map.copyOf(areas);
    }

    Draft tick(Check check, boolean on) {
        var now = EnumSet.noneOf(Check.class);
        now.addAll(ticked);
        if (on) {
            now.add(check);
        } else {
            now.remove(check);
        }
        return new Draft(now, expiresOn, patient, proxyPatient, areas, patientCode);
    }

    Draft until(@Nullable LocalDate day) {
        return new Draft(ticked, day, patient, proxyPatient, areas, patientCode);
    }

    Draft of(@Nullable UUID record) {
        return new Draft(ticked, expiresOn, record, proxyPatient, areas, patientCode);
    }

    Draft by(@Nullable UUID record) {
        return new Draft(ticked, expiresOn, patient, record, areas, patientCode);
    }

    Draft give(Area area, AreaAccess access) {
        var now = new EnumMap<Area, AreaAccess>(Area.class);
        now.putAll(areas);
        now.put(area, access);
        return new Draft(ticked, expiresOn, patient, proxyPatient, now, patientCode);
    }

    Draft withPatientCode(boolean wanted) {
        return new Draft(ticked, expiresOn, patient, proxyPatient, areas, wanted);
    }

    /** Whether everything is ticked and given that a request of that kind needs. */
    boolean complete(ProxyKind kind) {
        return ticked.containsAll(Check.of(kind)) && (kind != ProxyKind.ADULT || expiresOn != null);
    }

    /** In the words of the API. */
    ApproveProxyRequest approval(
            ProxyRequest seen,
            boolean assent,
            ApproveProxyRequest.@Nullable Override override,
            @Nullable LocalDate end) {
        return new ApproveProxyRequest(
                seen.patient() == null ? patient : null,
                proxyPatient,
                seen.kind() == ProxyKind.ADULT ? checklist() : null,
                ticked.contains(Check.IDENTITY),
                ticked.contains(Check.AUTHORITY),
                seen.documentSha256(),
                end,
                override == null ? given(seen) : null,
                assent,
                override,
                patientCode);
    }

    /** The rule's areas, less where the reviewer gives less; nothing where it is the rule's. */
    private @Nullable Map<Area, AreaAccess> given(ProxyRequest seen) {
        if (areas.isEmpty()) {
            return null;
        }
        var given = new EnumMap<Area, AreaAccess>(Area.class);
        given.putAll(seen.areas());
        given.putAll(areas);
        return given;
    }

    private ApproveProxyRequest.Checklist checklist() {
        return new ApproveProxyRequest.Checklist(
                ticked.contains(Check.DESCRIPTION),
                ticked.contains(Check.DISCLOSER),
                ticked.contains(Check.RECIPIENT),
                ticked.contains(Check.PURPOSE),
                ticked.contains(Check.EXPIRY),
                ticked.contains(Check.SIGNATURE),
                ticked.contains(Check.REPRESENTATIVE));
    }
}
