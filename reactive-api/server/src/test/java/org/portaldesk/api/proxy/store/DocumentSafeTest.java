package org.portaldesk.api.proxy.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.platform.secret.KeyRing;
import org.portaldesk.api.proxy.document.Form;
import org.portaldesk.api.proxy.store.DocumentKey.Part;

class DocumentSafeTest {

    private static final byte[] SHA256 = new byte[32];
    private static final byte[] TEXT = "%PDF-1.7 birth certificate of Luz".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {1, 1048575, 1048576, 1048577, 3 << 20})
    void whatLiesThereShowsNothingAndOpensAsItCame(int size) {
        var original = new byte[size];
        Arrays.fill(original, (byte) 'q');
        var safe = new DocumentSafe(ring(key()));
        var lying = SealedForm.of(form(original), safe);

        assertThat(lying.pieces())
                .allSatisfy(
                        piece -> assertThat(new String(piece, ISO_8859_1)).doesNotContain("qqqq"));
        assertThat(SealedForm.sha256(lying.pieces())).isEqualTo(lying.sha256());
        var key = safe.unlock(lying.key(), SHA256);
        assertThat(opened(key, lying.pieces())).isEqualTo(original);
        assertThat(key.open(Part.PAGE, 1, lying.pages().getFirst())).isEqualTo(TEXT);
    }

    @Test
    void theSameFileNeverLiesThereTwiceAlike() {
        var safe = new DocumentSafe(ring(key()));
        assertThat(SealedForm.of(form(TEXT), safe).sha256())
                .isNotEqualTo(SealedForm.of(form(TEXT), safe).sha256());
    }

    @Test
    void aPartOpensInItsOwnPlaceAlone() {
        var key = DocumentKey.fresh();
        var lying = key.seal(Part.PAGE, 2, TEXT);
        assertThatThrownBy(() -> key.open(Part.PAGE, 1, lying)).hasMessageContaining("as it came");
        assertThatThrownBy(() -> key.open(Part.PIECE, 2, lying)).hasMessageContaining("as it came");
        assertThatThrownBy(() -> DocumentKey.fresh().open(Part.PAGE, 2, lying))
                .hasMessageContaining("as it came");
    }

    @Test
    void noChangedByteOpens() {
        var key = DocumentKey.fresh();
        var lying = key.seal(Part.PIECE, 0, TEXT);
        for (var at = 0; at < lying.length; at++) {
            var changed = lying.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> key.open(Part.PIECE, 0, changed))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aLockedKeyIsOfOneDocument() {
        var safe = new DocumentSafe(ring(key()));
        var locked = safe.lock(DocumentKey.fresh(), SHA256);
        var other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> safe.unlock(locked, other)).hasMessageContaining("as it was");
    }

    @Test
    void anEarlierKeyStillUnlocksAndTheNewestLocks() {
        var earlier = key();
        var renewed = new DocumentSafe(ring(key() + "," + earlier));
        var document = DocumentKey.fresh();
        var locked = new DocumentSafe(ring(earlier)).lock(document, SHA256);

        assertThat(renewed.unlock(locked, SHA256).bytes()).isEqualTo(document.bytes());
        assertThat(renewed.lock(document, SHA256).keyName())
                .isEqualTo(renewed.newest())
                .isNotEqualTo(locked.keyName());
    }

    @Test
    void aKeyThatIsGoneIsNamed() {
        var locked = new DocumentSafe(ring(key())).lock(DocumentKey.fresh(), SHA256);
        var others = new DocumentSafe(ring(key()));
        assertThatThrownBy(() -> others.unlock(locked, SHA256))
                .hasMessage("PORTAL_DESK_DOCUMENT_KEY lacks the key named " + locked.keyName());
    }

    private static byte[] opened(DocumentKey key, List<byte[]> pieces) {
        var all = new ByteArrayOutputStream();
        for (var place = 0; place < pieces.size(); place++) {
            all.writeBytes(key.open(Part.PIECE, place, pieces.get(place)));
        }
        return all.toByteArray();
    }

    private static Form form(byte[] original) {
        return new Form("application/pdf", original, SHA256, List.of(TEXT));
    }

    private static KeyRing ring(String keys) {
        return KeyRing.of("PORTAL_DESK_DOCUMENT_KEY", keys);
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
