package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who must never see a record, whatever grants say.
 *
 * @param reason absent for those who may not know more than "not permitted"
 * @param endedAt absent while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyBlock(
        UUID id,
        UUID patientId,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String reason,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {}
