package org.portaldesk.console.proxy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Paper;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;

/**
 * What the reviewer has ticked and chosen so far, before anything is decided.
 *
 * @param patient whose record it is taken to be, where the request names none
 * @param proxyPatient the patient whom the proxy is taken to be
 * @param areas where less is given than the rule allows
 * @param papers what the documents are, by their ids
 */
record Draft(
        Set<Check> ticked,
        @Nullable LocalDate expiresOn,
        @Nullable UUID patient,
        @Nullable UUID proxyPatient,
        Map<Area, AreaAccess> areas,
        boolean patientCode,
        Map<UUID, Paper> papers) {

    static final Draft EMPTY = new Draft(Set.of(), null, null, null, Map.of(), false, Map.of());

    Draft {
        ticked = Set.copyOf(ticked);
        areas = Map.copyOf(areas);
        papers = Map.copyOf(papers);
    }

    Draft tick(Check check, boolean on) {
        var now = EnumSet.noneOf(Check.class);
        now.addAll(ticked);
        if (on) {
            now.add(check);
        } else {
            now.remove(check);
        }
        return new Draft(now, expiresOn, patient, proxyPatient, areas, patientCode, papers);
    }

    Draft until(@Nullable LocalDate day) {
        return new Draft(ticked, day, patient, proxyPatient, areas, patientCode, papers);
    }

    Draft of(@Nullable UUID record) {
        return new Draft(ticked, expiresOn, record, proxyPatient, areas, patientCode, papers);
    }

    Draft by(@Nullable UUID record) {
        return new Draft(ticked, expiresOn, patient, record, areas, patientCode, papers);
    }

    Draft give(Area area, AreaAccess access) {
        var now = new EnumMap<Area, AreaAccess>(Area.class);
        now.putAll(areas);
        now.put(area, access);
        return new Draft(ticked, expiresOn, patient, proxyPatient, now, patientCode, papers);
    }

    Draft withPatientCode(boolean wanted) {
        return new Draft(ticked, expiresOn, patient, proxyPatient, areas, wanted, papers);
    }

    Draft name(Paper paper) {
        var now = new HashMap<>(papers);
        now.put(paper.documentId(), paper);
        return new Draft(ticked, expiresOn, patient, proxyPatient, areas, patientCode, now);
    }

    /** Whether everything is ticked and given that the request needs. */
    boolean complete(ProxyRequest request) {
        return ticked.containsAll(Check.of(request.kind()))
                && (request.kind() != ProxyKind.ADULT || expiresOn != null)
                && !lacksPaper(request);
    }

    /** Whether the authority must stand on a paper, and none of the right type is named. */
    boolean lacksPaper(ProxyRequest request) {
        var needed = PaperType.neededFor(request.relationship());
        return !needed.isEmpty()
                && request.documents().stream()
                        .map(document -> papers.get(document.id()))
                        .noneMatch(paper -> paper != null && needed.contains(paper.type()));
    }

    /** In the words of the API. */
    ApproveProxyRequest approval(
            ProxyRequest seen,
            boolean assent,
            ApproveProxyRequest.@Nullable Override override,
            @Nullable LocalDate end,
            @Nullable String reason) {
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
                patientCode,
                named(seen),
                reason);
    }

    private @Nullable List<Paper> named(ProxyRequest seen) {
        var named =
                seen.documents().stream()
                        .flatMap(document -> Stream.ofNullable(papers.get(document.id())))
                        .toList();
        return named.isEmpty() ? null : named;
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
