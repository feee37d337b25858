package org.portaldesk.contract.draft;

import java.time.Instant;

/**
 * What somebody had typed in a place and not yet sent.
 *
 * @param text as it was kept; the API does not look into it
 * @param endsAt it is gone then
 */
public record Draft(String place, String text, Instant keptAt, Instant endsAt) {}
