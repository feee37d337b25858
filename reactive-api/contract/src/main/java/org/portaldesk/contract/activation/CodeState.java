package org.portaldesk.contract.activation;

/**
 * Where an activation code stands. Only {@link #ISSUED} opens an account; no other state leads back
 * to it.
 */
public enum CodeState {
    ISSUED,
    REDEEMED,
    EXPIRED,
    REVOKED,
    SUPERSEDED
}
