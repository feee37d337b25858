package org.portaldesk.seal.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where checkpoints stand outside the database, out of reach of whoever can change that. Nobody
 * overwrites one: what was published under a number stays.
 */
public interface CheckpointPlace extends AutoCloseable {

    /**
     * Adds signed notes and returns when they are there to stay. Somebody who died before he could
     * say so has added some before; the same again does no harm.
     *
     * @throws ForkedException if another note stands under the number of one of them
     * @throws IOException if the place is away or full; some may have been added all the same
     */
    void append(List<String> notes) throws IOException;

    /**
     * Hands over each that was published, in the order in which it stands.
     *
     * @throws IOException if the place is away; what was handed over until then is not all
     */
    void read(Consumer<String> each) throws IOException;

    @Override
    void close();

    /**
     * The place that a setting names.
     *
     * @param setting a file, or {@code s3://bucket/prefix}. Where a record has moved, its older
     *     places stand before the present one, separated by commas; they are only read
     * @param access for a store; a file needs none
     * @throws IllegalArgumentException if the setting is no place, or something that it needs is
     *     missing
     */
    static CheckpointPlace of(String setting, StoreAccess access) {
        var places =
                Arrays.stream(setting.split(",", -1)).map(it -> one(it.strip(), access)).toList();
        return places.size() == 1 ? places.getFirst() : new MovedPlace(places);
    }

    private static CheckpointPlace one(String place, StoreAccess access) {
        if (place.isEmpty()) {
            throw new IllegalArgumentException("PORTAL_DESK_CHECKPOINTS names no place");
        }
        return place.startsWith(StorePlace.SCHEME)
                ? StorePlace.of(place, access)
                : new FilePlace(Path.of(place));
    }
}
