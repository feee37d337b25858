package org.portaldesk.contract.draft;

import java.time.Instant;

/**
 * Where somebody has a draft.
 *
 * @param endsAt it is gone then
 */
public record DraftPlace(String place, Instant keptAt, Instant endsAt) {}
