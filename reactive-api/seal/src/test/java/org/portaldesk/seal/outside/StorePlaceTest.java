package org.portaldesk.seal.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class StorePlaceTest extends CheckpointPlaceContract {

    private static final int PAGE = 10;
    private static final int WRITERS = 4;

    private static MemoryStore store;
    private static int places;

    private String folder = "";
    private int port;

    @BeforeAll
    static void start() throws Exception {
        store = MemoryStore.start();
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
    }

    @Override
    CheckpointPlace open() {
        folder = "record-" + ++places + "/";
        return new StorePlace(store.access().client(), MemoryStore.BUCKET, folder, PAGE);
    }

    @Override
    void takeAway() throws Exception {
        port = store.port();
        store.goAway();
    }

    @Override
    void bringBack() throws Exception {
        store.comeBack(port);
    }

    @Test
    void anAddressNamesBucketAndFolder() throws IOException {
        var notes = Notes.of(2);
        place().append(notes);
        var address = "s3://" + MemoryStore.BUCKET + "/" + folder;
        for (var same : List.of(address, address.substring(0, address.length() - 1))) {
            try (var place = CheckpointPlace.of(same, store.access())) {
                place.append(notes);
            }
        }
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void writersAtOnceLeaveEachNoteOnce() throws IOException {
        var notes = Notes.of(2 * PAGE);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            Stream.generate(() -> CompletableFuture.runAsync(() -> append(notes), writers))
                    .limit(WRITERS)
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(read()).isEqualTo(notes);
    }

    @Test
    void whatIsReplacedOrTakenAwayIsReadAsItIsNow() throws IOException {
        place().append(Notes.of(3));
        put("0000000000000000002.note", "nothing happened");
        delete("0000000000000000003.note");
        assertThat(read()).containsExactly(Notes.of(1).getFirst(), "nothing happened");
    }

    @Test
    void whatStrangersPutThereIsNoCheckpoint() throws IOException {
        place().append(Notes.of(1));
        put("readme.txt", "what this is");
        put("other/0000000000000000002.note", "another record's");
        assertThat(read()).isEqualTo(Notes.of(1));
    }

    @Test
    void anObjectOfAnySizeIsReadInPart() throws IOException {
        place().append(Notes.of(1));
        put("0000000000000000002.note", "x".repeat(1_000_000));
        assertThat(read().getLast()).hasSizeLessThan(20_000);
    }

    @Test
    void whoeverMayNotWriteIsToldSoWithoutTheSecret() throws IOException {
        var known = store.access();
        var wrong =
                new StoreAccess(
                        known.endpoint(),
                        known.region(),
                        true,
                        known.accessKey(),
                        "Wrong-1234-Secret-6789");
        try (var place = CheckpointPlace.of("s3://" + MemoryStore.BUCKET, wrong)) {
            assertThatThrownBy(() -> place.append(Notes.of(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("Wrong-1234");
        }
    }

    /** As stores did before 2024: the condition is one more header that they do not know. */
    @Test
    void aStoreThatWouldOverwriteIsRefused() throws IOException {
        var careless =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        careless.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        careless.start();
        var known = store.access();
        var access =
                new StoreAccess(
                        "http://127.0.0.1:" + careless.getAddress().getPort(),
                        known.region(),
                        true,
                        known.accessKey(),
                        known.secretKey());
        try (var place = CheckpointPlace.of("s3://anything", access)) {
            assertThatThrownBy(() -> place.append(Notes.of(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("overwrites");
        } finally {
            careless.stop(0);
        }
    }

    private void append(List<String> notes) {
        try {
            place().append(notes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void put(String name, String text) {
        try (var client = store.access().client()) {
            client.putObject(
                    it -> it.bucket(MemoryStore.BUCKET).key(folder + name),
                    RequestBody.fromString(text));
        }
    }

    private void delete(String name) {
        try (var client = store.access().client()) {
            client.deleteObject(it -> it.bucket(MemoryStore.BUCKET).key(folder + name));
        }
    }
}
