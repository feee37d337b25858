package org.portaldesk.contract.proxy;

/**
 * One step of a rule that led to an answer.
 *
 * @param code such as {@code AGE_BAND}
 * @param text one sentence for staff
 * @param citation the law or policy that says so
 */
public record Why(String code, String text, String citation) {}
