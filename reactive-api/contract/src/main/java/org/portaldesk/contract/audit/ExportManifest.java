package org.portaldesk.contract.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export of a period holds. Each line carries what was hashed of it, and the first line of
 * each batch the signed checkpoint of that batch: the hashes of a batch's lines lead to the root
 * that it signs. So nobody has to trust us that no line is missing, added, changed or moved.
 *
 * @param from as it was asked for
 * @param to as it was asked for
 * @param first number of the first checkpoint; 0 if there is none
 * @param last number of the last one
 * @param events how many lines there are: whole batches, so some may lie just outside the period
 * @param note the last checkpoint, which vouches for all before it
 * @param verifierKeys what signatures are checked with, the present key first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportManifest(
        @Nullable Instant from,
        @Nullable Instant to,
        long first,
        long last,
        long events,
        @Nullable String note,
        List<String> verifierKeys) {

    public ExportManifest {
        verifierKeys = List.copyOf(verifierKeys);
    }
}
