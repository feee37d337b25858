package org.portaldesk.api.privacy.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.seal.SealedEvent;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/** Writes a page of the record as a searchset. */
@Component
public class AuditBundle {

    private static final String SEAL = "urn:portal-desk:seal";

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final Facility facility;

    AuditBundle(Facility facility) {
        this.facility = facility;
    }

    /**
     * The bundle in JSON. CPU work.
     *
     * @param patients the feed's ids of the patients that the events name
     * @param self the address of this page
     * @param next that of the next one
     */
    public String written(
            List<org.portaldesk.contract.audit.AuditEvent> events,
            Map<UUID, String> patients,
            String self,
            @Nullable String next) {
        var bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(self);
        if (next != null) {
            bundle.addLink().setRelation("next").setUrl(next);
        }
        var mapping = mapping(patients);
        for (var event : events) {
            var entry = bundle.addEntry().setResource(mapping.of(event));
            entry.setFullUrl("urn:uuid:" + event.id());
            entry.getSearch().setMode(SearchEntryMode.MATCH);
        }
        return fhir.newJsonParser().encodeResourceToString(bundle);
    }

    /**
     * Sealed events, one to a line, each with what was hashed of it. CPU work.
     *
     * @param patients the feed's ids of the patients that the events name
     */
    public String lines(List<SealedEvent> events, Map<UUID, String> patients) {
        var mapping = mapping(patients);
        var parser = fhir.newJsonParser();
        var lines = new StringBuilder();
        for (var sealed : events) {
            var event = mapping.of(sealed.event());
            addSeal(event, sealed);
            lines.append(parser.encodeResourceToString(event)).append('\n');
        }
        return lines.toString();
    }

    private static void addSeal(AuditEvent event, SealedEvent sealed) {
        var seal = event.addExtension().setUrl(SEAL);
        seal.addExtension("place", new StringType(sealed.place()));
        seal.addExtension("content", new StringType(sealed.content()));
        if (sealed.checkpoint() != null) {
            seal.addExtension("checkpoint", new StringType(sealed.checkpoint()));
        }
    }

    private BalpMapping mapping(Map<UUID, String> patients) {
        return new BalpMapping(facility.name(), facility.portalUrl().toString(), patients);
    }
}
