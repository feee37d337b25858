package org.portaldesk.seal.outside;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A record that is published elsewhere than it once was. What stands in the older places stays
 * there: who could copy it could change it.
 */
record MovedPlace(List<CheckpointPlace> places) implements CheckpointPlace {

    @Override
    public void append(List<String> notes) throws IOException {
        places.getLast().append(notes);
    }

    @Override
    public void read(Consumer<String> each) throws IOException {
        for (var place : places) {
            place.read(each);
        }
    }

    @Override
    public void close() {
        places.forEach(CheckpointPlace::close);
    }
}
