package org.portaldesk.api.intake;

import java.util.ArrayList;
import java.util.List;
import org.portaldesk.api.clinician.model.FeedClinician;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.result.model.FeedObservation;
import org.portaldesk.api.result.model.FeedReport;

/** One thing the feed sent, as far as it could be read. */
sealed interface Incoming {

    /** What no other thing in the same statement may share with it. */
    List<String> keys();

    record OfPatient(FeedPatient patient) implements Incoming {

        @Override
        public List<String> keys() {
            return List.of("Patient/" + patient.fhirId(), "MRN/" + patient.mrn());
        }
    }

    record OfClinician(FeedClinician clinician) implements Incoming {

        @Override
        public List<String> keys() {
            var keys = new ArrayList<>(List.of("Practitioner/" + clinician.fhirId()));
            var license = clinician.license();
            if (license != null) {
                keys.add("License/" + license.state() + "/" + license.number());
            }
            if (clinician.npi() != null) {
                keys.add("NPI/" + clinician.npi());
            }
            if (clinician.staffUserId() != null) {
                keys.add("Staff/" + clinician.staffUserId());
            }
            return List.copyOf(keys);
        }
    }

    record OfReport(FeedReport report) implements Incoming {

        @Override
        public List<String> keys() {
            return List.of("DiagnosticReport/" + report.fhirId());
        }
    }

    record OfObservation(FeedObservation observation) implements Incoming {

        @Override
        public List<String> keys() {
            return List.of("Observation/" + observation.fhirId());
        }
    }

    record Rejected(Rejection rejection) implements Incoming {

        @Override
        public List<String> keys() {
            return List.of();
        }
    }
}
