package org.portaldesk.api.policy;

import java.time.Instant;
import java.util.UUID;
import org.portaldesk.contract.policy.PolicyRules;

/**
 * A policy as a decision stands on it.
 *
 * @param at the moment of the decision, by the database's clock
 */
public record PolicyInForce(UUID id, String name, PolicyRules rules, Instant at) {}
