package org.portaldesk.console.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.Tree;
import org.portaldesk.seal.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reckons a proof anew, with the verifier's own small classes: from what was hashed of an event, by
 * its batch, to the root that the last checkpoint signs.
 *
 * @see "docs/decisions/0056-proofs-are-reckoned-anew.md"
 */
final class ProofCheck {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where things stand in the array that is hashed, as {@link SealedRow#CONTENT} makes it. */
    private static final int AT = 0;

    private static final int ACTOR = 1;
    private static final int ACT = 6;
    private static final int OUTCOME = 7;
    private static final int PATIENT = 8;
    private static final int REQUEST = 14;

    private ProofCheck() {}

    /** What came of it, from bad to good. */
    enum Verdict {
        /** The hashes lead elsewhere, or the signature is not one of the present key. */
        BROKEN,
        /** The proof is sound, but not about what the screen shows. */
        OTHER_EVENT,
        HOLDS
    }

    static Verdict of(AuditEvent event, InclusionProof proof, String verifierKey) {
        try {
            if (!leadsToTheSignedRoot(proof, VerifierKey.parse(verifierKey))) {
                return Verdict.BROKEN;
            }
            return shows(event, proof) ? Verdict.HOLDS : Verdict.OTHER_EVENT;
        } catch (RuntimeException malformed) {
            return Verdict.BROKEN;
        }
    }

    private static boolean leadsToTheSignedRoot(InclusionProof proof, VerifierKey key) {
        var batch = SignedNote.read(proof.batch()).orElseThrow();
        var last = SignedNote.open(proof.note(), List.of(key));
        return last.isPresent() && inBatch(proof, batch) && inRecord(proof, batch, last.get());
    }

    private static boolean inBatch(InclusionProof proof, Checkpoint batch) {
        var path = hashes(proof.batchPath());
        var root = Tree.rootFrom(row(proof).leaf(), proof.index(), batch.count(), path);
        return proof.index() >= 0 && Arrays.equals(root, batch.batchRoot());
    }

    private static boolean inRecord(InclusionProof proof, Checkpoint batch, Checkpoint last) {
        var path = hashes(proof.path());
        var root = Tree.rootFrom(batch.leaf(), proof.checkpoint() - 1, last.number(), path);
        return Arrays.equals(root, last.root());
    }

    private static SealedRow row(InclusionProof proof) {
        var place = proof.place().split("/", 2);
        return SealedRow.of(
                Integer.parseInt(place[0]),
                Long.parseUnsignedLong(place[1]),
                proof.id(),
                proof.content());
    }

    private static List<byte[]> hashes(List<String> base64) {
        return base64.stream().map(Base64.getDecoder()::decode).toList();
    }

    /**
     * What was hashed is what the screen shows: id, time, person, act, outcome, patient, request.
     */
    private static boolean shows(AuditEvent event, InclusionProof proof) {
        var hashed = JSON.readTree(proof.content());
        return proof.id().equals(event.id())
                && hashed.get(AT).asLong() == micros(event.at())
                && same(hashed.get(ACTOR), event.actor())
                && same(hashed.get(ACT), event.act())
                && same(hashed.get(OUTCOME), event.outcome().name())
                && same(hashed.get(PATIENT), event.patientId())
                && same(hashed.get(REQUEST), event.requestId());
    }

    private static boolean same(JsonNode hashed, @Nullable Object shown) {
        return shown == null
                ? hashed.isNull()
                : Objects.equals(hashed.asString(), shown.toString());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
