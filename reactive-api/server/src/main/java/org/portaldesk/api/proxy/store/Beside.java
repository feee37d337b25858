package org.portaldesk.api.proxy.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.proxy.model.Proposal;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.ProxyRequest;

/**
 * A request with what stands beside it on record.
 *
 * @param grant that came of it
 * @param proposal that waits for a second person
 * @param hasAddress whether a letter can reach the requester
 */
public record Beside(
        ReviewRow row,
        List<Like> proxyCandidates,
        List<Like> patientCandidates,
        List<ProxyRequest.Contact> contacts,
        List<ProxyGrant> grants,
        @Nullable UUID grant,
        List<ProxyBlock> blocks,
        List<ProxyRequest.Document> documents,
        @Nullable Proposal proposal,
        boolean hasAddress) {

    /**
     * A record that a claim may be about.
     *
     * @param closed whether it is closed to the caller
     */
    public record Like(
            UUID id,
            String mrn,
            String family,
            String given,
            LocalDate birthDate,
            boolean deceased,
            boolean closed,
            List<String> emails,
            List<String> phones,
            AccountState account) {}
}
