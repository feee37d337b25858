package org.portaldesk.contract.proxy;

import java.util.List;

/**
 * Who sees whom.
 *
 * @param seenBy grants on this patient's record
 * @param sees grants that this patient holds on others' records
 */
public record PatientProxies(
        List<ProxyGrant> seenBy, List<ProxyGrant> sees, List<ProxyBlock> blocks) {}
