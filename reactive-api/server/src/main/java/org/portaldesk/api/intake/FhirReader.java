package org.portaldesk.api.intake;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/** From FHIR R4 in JSON to what the features take. CPU work: never on an event loop. */
@Component
class FhirReader {

    private static final Pattern ELEMENT = Pattern.compile("_?[A-Za-z]{1,64}");

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final PatientMapping patients;
    private final ResultMapping results;
    private final PractitionerMapping practitioners;

    FhirReader(Facility facility) {
        patients = new PatientMapping(facility.zone());
        results = new ResultMapping(facility.zone());
        practitioners = new PractitionerMapping(facility.zone());
    }

    /** One resource; what cannot be taken is a value too. */
    Incoming read(String json) {
        try {
            return take((Resource) parsed(json));
        } catch (Rejection.Signal signal) {
            return new Incoming.Rejected(signal.rejection());
        } catch (DataFormatException | ClassCastException | IllegalArgumentException malformed) {
            return new Incoming.Rejected(Rejection.NOT_FHIR);
        }
    }

    /** A bundle, of which each entry is read by {@link #read(Resource)}. */
    Bundle bundle(String json) {
        try {
            return (Bundle) parsed(json);
        } catch (DataFormatException | ClassCastException | IllegalArgumentException malformed) {
            throw new Rejection.Signal("resourceType", "is not a bundle of FHIR R4 in JSON");
        }
    }

    Incoming read(@Nullable Resource resource) {
        try {
            return take(resource);
        } catch (Rejection.Signal signal) {
            return new Incoming.Rejected(signal.rejection());
        }
    }

    String write(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }

    private Incoming take(@Nullable Resource resource) {
        return switch (resource) {
            case Patient patient -> new Incoming.OfPatient(patients.read(patient));
            case DiagnosticReport report -> new Incoming.OfReport(results.read(report));
            case Observation observation -> new Incoming.OfObservation(results.read(observation));
            case Practitioner practitioner ->
                    new Incoming.OfClinician(practitioners.read(practitioner));
            case null, default ->
                    throw new Rejection.Signal(
                            "resourceType",
                            "is not Patient, Practitioner, DiagnosticReport or Observation");
        };
    }

    private IBaseResource parsed(String json) {
        if (AbsurdNumbers.in(json)) {
            throw new Rejection.Signal("value", "is a number of more than 40 digits");
        }
        var twice = NamedTwice.in(json);
        if (twice != null) {
            throw new Rejection.Signal(element(twice), "stands twice in the same place");
        }
        return parser().parseResource(json);
    }

    /** Never what was sent, unless it looks like an element of FHIR. */
    private static String element(@Nullable String name) {
        return name != null && ELEMENT.matcher(name).matches() ? name : "an element";
    }

    /** Parsers are cheap and not thread-safe; the context is neither. */
    private IParser parser() {
        return fhir.newJsonParser().setParserErrorHandler(new NamesTheElement());
    }

    /** As strict as HAPI's own, but it names the element and never repeats what was sent. */
    private static final class NamesTheElement extends StrictErrorHandler {

        @Override
        public void unknownElement(@Nullable IParseLocation location, @Nullable String name) {
            throw new Rejection.Signal(element(name), "is not an element of FHIR R4");
        }

        @Override
        public void invalidValue(
                @Nullable IParseLocation location, @Nullable String value, @Nullable String why) {
            throw new Rejection.Signal(parent(location), "is not of its FHIR type");
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation location,
                @Nullable String name,
                @Nullable ValueType expected,
                @Nullable ScalarType expectedScalar,
                @Nullable ValueType found,
                @Nullable ScalarType foundScalar) {
            throw new Rejection.Signal(element(name), "is not of its JSON type");
        }

        private static String parent(@Nullable IParseLocation location) {
            return element(location == null ? null : location.getParentElementName());
        }
    }
}
