package org.portaldesk.contract.audit;

import java.util.List;

/**
 * That the record of one checkpoint is the beginning of another's: the proof of RFC 6962, section
 * 2.1.2, in base64.
 *
 * @param from the earlier checkpoint, signed
 * @param to the later one
 */
public record ConsistencyProof(String from, String to, List<String> hashes) {}
