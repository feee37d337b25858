package org.portaldesk.contract.audit;

import java.util.List;
import java.util.UUID;

/**
 * How one event leads to a signed root: its leaf by {@code batchPath} to the batch's root, and the
 * batch's leaf by {@code path} to the root of the note. All hashes are base64; trees as in RFC
 * 6962.
 *
 * @param content what is hashed of the event: a JSON array
 * @param place epoch and transaction, such as {@code 1/4711}
 * @param checkpoint which batch it is in
 * @param index its place in the batch, of {@code count}
 * @param batch the checkpoint of the batch, signed
 * @param note the last checkpoint, signed
 */
public record InclusionProof(
        UUID id,
        String content,
        String place,
        long checkpoint,
        int index,
        int count,
        List<String> batchPath,
        String batch,
        List<String> path,
        String note) {}
