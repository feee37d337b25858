package org.portaldesk.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.audit.ProofCheck.Verdict;
import org.portaldesk.console.fake.Events;
import org.portaldesk.console.fake.Seals;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.seal.SealKey;

class ProofCheckTest {

    private static final AuditEvent EVENT = Events.events().getFirst();
    private static final InclusionProof PROOF = Seals.proof(EVENT);

    private static Verdict of(InclusionProof proof) {
        return ProofCheck.of(EVENT, proof, Seals.key());
    }

    private static InclusionProof with(UUID id, String content, int index, List<String> path) {
        return new InclusionProof(
                id,
                content,
                PROOF.place(),
                PROOF.checkpoint(),
                index,
                PROOF.count(),
                PROOF.batchPath(),
                PROOF.batch(),
                path,
                PROOF.note());
    }

    @Test
    void trueProofHolds() {
        assertThat(of(PROOF)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void anotherContentLeadsElsewhere() {
        var forged = PROOF.content().replace("LETTER_MAILED", "LETTER_PRINTED");
        assertThat(of(with(PROOF.id(), forged, PROOF.index(), PROOF.path())))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void rowThatIsNotInItsBatchIsNoProof() {
        assertThat(of(with(PROOF.id(), PROOF.content(), -1, PROOF.path())))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void pathThatWasCutIsNoProof() {
        assertThat(of(with(PROOF.id(), PROOF.content(), PROOF.index(), List.of())))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void signatureOfAnotherKeyIsNone() {
        var seed = new byte[32];
        seed[0] = 1;
        var other = new SealKey("marshfield/2026", seed).verifier().toString();
        assertThat(ProofCheck.of(EVENT, PROOF, other)).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void soundProofOfAnotherEventIsSaidToBeThat() {
        var shown = Events.events().get(1);
        assertThat(ProofCheck.of(shown, PROOF, Seals.key())).isEqualTo(Verdict.OTHER_EVENT);
    }
}
