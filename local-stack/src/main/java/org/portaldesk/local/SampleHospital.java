package org.portaldesk.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.portaldesk.local.process.SharedFolder;
import org.portaldesk.realm.KeycloakAdmin;

/**
 * The synthetic patients and reports a first start puts in, so that there is somebody to work with.
 */
final class SampleHospital {

    private static final List<String> FILES =
            List.of("Patient.ndjson.gz", "DiagnosticReport.ndjson.gz", "Observation.ndjson.gz");

    private SampleHospital() {}

    /**
     * Sends it through the intake, as any other import.
     *
     * @param admin tells who works there
     */
    static void load(ImportCommand command, KeycloakAdmin admin) {
        try {
            Path folder = Files.createTempDirectory("portal-desk-sample");
            try {
                for (String file : FILES) {
                    copy(file, folder);
                }
                Files.writeString(
                        folder.resolve(SampleClinicians.FILE), new SampleClinicians(admin).lines());
                if (command.run(FhirImport.files(folder)) != 0) {
                    throw new IllegalStateException("The sample hospital was not taken whole");
                }
            } finally {
                SharedFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream in = SampleHospital.class.getResourceAsStream("/sample/" + file)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(file));
        }
    }
}
