package org.portaldesk.seal.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePlaceTest extends CheckpointPlaceContract {

    private static final StoreAccess NO_STORE = StoreAccess.of(Map.of());

    @TempDir Path folder;

    @Override
    CheckpointPlace open() throws IOException {
        Files.createDirectory(disk());
        return CheckpointPlace.of(file().toString(), NO_STORE);
    }

    @Override
    void takeAway() throws IOException {
        Files.move(disk(), folder.resolve("away"));
    }

    @Override
    void bringBack() throws IOException {
        Files.move(folder.resolve("away"), disk());
    }

    @Test
    void halfANoteOfAWriterThatDiedIsPassedOver() throws IOException {
        var notes = Notes.of(3);
        place().append(notes.subList(0, 2));
        for (var half : new int[] {30, notes.get(2).length() - 20}) {
            Files.writeString(
                    file(), "\n\n" + notes.get(2).substring(0, half), StandardOpenOption.APPEND);
            assertThat(read()).isEqualTo(notes.subList(0, 2));
        }
        place().append(notes.subList(2, 3));
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void aRecordThatMovedIsReadFromBothPlacesAndAppendedToTheLast() throws IOException {
        var notes = Notes.of(3);
        place().append(notes.subList(0, 2));
        var next = disk().resolve("next.txt");
        try (var moved = CheckpointPlace.of(file() + ", " + next, NO_STORE)) {
            moved.append(notes.subList(2, 3));
            assertThat(Files.readString(next)).contains(notes.get(2));
            assertThat(read()).isEqualTo(notes.subList(0, 2));
            var all = new ArrayList<String>();
            moved.read(all::add);
            assertThat(all).isEqualTo(notes);
        }
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    private Path file() {
        return disk().resolve("checkpoints.txt");
    }
}
