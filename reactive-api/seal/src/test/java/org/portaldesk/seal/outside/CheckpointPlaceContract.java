package org.portaldesk.seal.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each place must do, whatever it is made of. */
abstract class CheckpointPlaceContract {

    /** More than two pages of a store under test. */
    private static final int MANY = 25;

    private CheckpointPlace place;

    /** One where nothing was published yet. */
    abstract CheckpointPlace open() throws Exception;

    abstract void takeAway() throws Exception;

    abstract void bringBack() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        place = open();
    }

    @AfterEach
    void end() {
        place.close();
    }

    @Test
    void aNewPlaceIsEmpty() throws IOException {
        assertThat(read()).isEmpty();
    }

    @Test
    void whatIsAppendedIsReadInOrder() throws IOException {
        var notes = Notes.of(5);
        place.append(notes.subList(0, 2));
        place.append(notes.subList(2, 5));
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void moreThanOnePageComesWholeAndInOrder() throws IOException {
        var notes = Notes.of(MANY);
        place.append(notes.subList(0, 1));
        place.append(notes.subList(1, MANY - 3));
        place.append(notes.subList(MANY - 3, MANY));
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void theSameAgainDoesNoHarm() throws IOException {
        var notes = Notes.of(5);
        place.append(notes.subList(0, 3));
        place.append(notes.subList(1, 3));
        place.append(notes.subList(2, 5));
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void anotherNoteUnderAPublishedNumberIsRefusedByNumberAndNothingIsOverwritten()
            throws IOException {
        var notes = Notes.of(3);
        place.append(notes);
        var fork = Notes.of(3, "[\"another history\"]").subList(1, 2);
        assertThatExceptionOfType(ForkedException.class)
                .isThrownBy(() -> place.append(fork))
                .withMessageContaining("checkpoint 2 ");
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void aPlaceThatIsAwaySaysSoAndGoesOnWhenItIsBack() throws Exception {
        var notes = Notes.of(4);
        place.append(notes.subList(0, 2));
        takeAway();
        try {
            assertThatThrownBy(() -> place.append(notes.subList(2, 4)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ForkedException.class);
            assertThatThrownBy(this::read).isInstanceOf(IOException.class);
        } finally {
            bringBack();
        }
        place.append(notes.subList(2, 4));
        assertThat(read()).isEqualTo(notes);
    }

    /** All that stands in the place. */
    final List<String> read() throws IOException {
        var notes = new ArrayList<String>();
        place.read(notes::add);
        return notes;
    }

    final CheckpointPlace place() {
        return place;
    }
}
