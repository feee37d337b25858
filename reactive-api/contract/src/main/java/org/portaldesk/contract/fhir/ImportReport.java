package org.portaldesk.contract.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of an import.
 *
 * @param accepted lines that made or changed something
 * @param unchanged lines that said what was known
 * @param rejected the first lines that could not be taken, at most {@link #LISTED}
 * @param moreRejected how many further ones there were; absent when all are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        long accepted, long unchanged, List<RejectedLine> rejected, @Nullable Long moreRejected) {

    /** The most rejected lines that one report lists. */
    public static final int LISTED = 1000;

    public ImportReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param line from 1
     * @param reason the element at fault and what is wrong with it; never what was sent
     */
    public record RejectedLine(long line, String reason) {}
}
