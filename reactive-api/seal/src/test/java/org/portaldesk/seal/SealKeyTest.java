package org.portaldesk.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealKeyTest {

    private static final SealKey KEY =
            new SealKey(
                    "desk",
                    seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    private final Checkpoint checkpoint =
            Checkpoint.next(
                    "riverside",
                    new Peaks(List.of(), 0),
                    List.of(SealedRow.of(1, 7, new UUID(1, 2), "[]")),
                    Horizon.START,
                    new Horizon(1, 8),
                    Instant.parse("2026-11-22T12:00:00.123Z"));

    @Test
    void thePublicKeyIsThatOfRfc8032() {
        assertThat(HexFormat.of().formatHex(KEY.verifier().point()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void whatTheKeySignedOpensAndSaysTheSame() {
        var opened = SignedNote.open(KEY.sign(checkpoint), List.of(KEY.verifier()));
        assertThat(opened.orElseThrow().text()).isEqualTo(checkpoint.text());
    }

    @Test
    void anotherKeysWordOrAChangedOneDoesNotOpen() {
        var note = KEY.sign(checkpoint);
        var other =
                new SealKey(
                        "desk",
                        seed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        assertThat(SignedNote.open(note, List.of(other.verifier()))).isEmpty();
        assertThat(SignedNote.open(note.replace("count 1", "count 2"), List.of(KEY.verifier())))
                .isEmpty();
        assertThat(SignedNote.open("rubbish", List.of(KEY.verifier()))).isEmpty();
    }

    @Test
    void aVerifierKeyIsReadAsItIsWritten() {
        assertThat(VerifierKey.parse(KEY.verifier().toString())).isEqualTo(KEY.verifier());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerifierKey.parse("desk+00000000+AQ=="));
    }

    @Test
    void aFileOfNotesIsReadNoteByNote() {
        var note = KEY.sign(checkpoint);
        assertThat(SignedNote.notes(note + "\n" + note)).containsExactly(note, note);
        assertThat(SignedNote.notes("")).isEmpty();
        assertThat(SignedNote.notes(note + "\n\n" + note.substring(0, 60) + "\n\n" + note))
                .containsExactly(note, note);
    }

    private static byte[] seed(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
