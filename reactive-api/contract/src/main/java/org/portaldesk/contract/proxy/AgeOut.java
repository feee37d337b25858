package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a birthday or a new policy will change.
 *
 * @param on the local day at whose beginning it changes
 * @param to what it gives from then on; {@link AccessClass#NONE} where it ends
 * @param loses areas in which less will be possible
 * @param ownAccount whether the patient may have an own account from then on
 * @param noticedAt when the people were told
 * @param exceptions what somebody must look at, such as {@code PROXY_UNREACHABLE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgeOut(
        UUID grantId,
        UUID patientId,
        String patientName,
        LocalDate birthDate,
        String proxyName,
        LocalDate on,
        int reachesAge,
        AccessClass from,
        AccessClass to,
        List<Area> loses,
        boolean ownAccount,
        @Nullable Instant noticedAt,
        List<String> exceptions) {}
