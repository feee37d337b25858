package org.portaldesk.contract.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the chain of checkpoints stands.
 *
 * @param checkpoints how many there are
 * @param published how many of them stand outside the database, too
 * @param sealedAt when the last one was made
 * @param oldestUnsealed when the oldest event happened that no checkpoint covers
 * @param note the last checkpoint, signed
 * @param verifierKey what checks its signature; an auditor keeps it
 */
public record SealHealth(
        long checkpoints,
        long published,
        @Nullable Instant sealedAt,
        @Nullable Instant oldestUnsealed,
        @Nullable String note,
        String verifierKey) {}
