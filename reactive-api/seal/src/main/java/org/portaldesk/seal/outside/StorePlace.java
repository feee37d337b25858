package org.portaldesk.seal.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import org.portaldesk.seal.SignedNote;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * A bucket of a store that speaks S3, with one object for each checkpoint, named by its number and
 * put on condition that there is none of that name. A bucket with object lock keeps even its owner
 * from changing one.
 */
final class StorePlace implements CheckpointPlace {

    static final String SCHEME = "s3://";

    /** Keys on one page of a list: the most that S3 gives. */
    private static final int PAGE = 1_000;

    /** Requests at one time: a backlog has to be published within one transaction. */
    private static final int AT_ONCE = 16;

    /** Bytes that are read of an object; a note has some five hundred. */
    private static final int LARGEST = 16_384;

    private static final int PRECONDITION_FAILED = 412;
    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/*(.*?)/*");
    private static final Pattern NUMBERED = Pattern.compile("\\d{19}\\.note");

    private final S3Client store;
    private final String bucket;
    private final String folder;
    private final int page;
    private volatile boolean keepsWhatStands;

    /**
     * @param folder blank, or ends with a slash
     */
    StorePlace(S3Client store, String bucket, String folder, int page) {
        this.store = store;
        this.bucket = bucket;
        this.folder = folder;
        this.page = page;
    }

    static StorePlace of(String address, StoreAccess access) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "PORTAL_DESK_CHECKPOINTS must be a file or s3://bucket/prefix");
        }
        var folder = parts.group(2).isEmpty() ? "" : parts.group(2) + "/";
        return new StorePlace(access.client(), parts.group(1), folder, PAGE);
    }

    @Override
    public void append(List<String> notes) throws IOException {
        reached(
                () -> {
                    mustKeepWhatStands();
                    notes.stream()
                            .gather(Gatherers.mapConcurrent(AT_ONCE, this::published))
                            .forEach(_ -> {});
                });
    }

    @Override
    public void read(Consumer<String> each) throws IOException {
        reached(
                () ->
                        store
                                .listObjectsV2Paginator(
                                        ask -> ask.bucket(bucket).prefix(folder).maxKeys(page))
                                .contents()
                                .stream()
                                .map(S3Object::key)
                                .filter(this::isCheckpoint)
                                .gather(Gatherers.mapConcurrent(AT_ONCE, this::text))
                                .forEach(each));
    }

    /** What lies in a folder below is another record's. */
    private boolean isCheckpoint(String key) {
        return NUMBERED.matcher(key.substring(folder.length())).matches();
    }

    @Override
    public void close() {
        store.close();
    }

    /**
     * A store that overlooks the condition would overwrite: so it is tried on an object of ours.
     */
    private void mustKeepWhatStands() {
        if (!keepsWhatStands) {
            var probe = folder + "first-stays";
            added(probe, "the first");
            if (added(probe, "not the first")) {
                throw new UncheckedIOException(
                        new IOException("PORTAL_DESK_CHECKPOINTS: the store overwrites objects"));
            }
            keepsWhatStands = true;
        }
    }

    private long published(String note) {
        var number = SignedNote.read(note).orElseThrow().number();
        var key = folder + "%019d.note".formatted(number);
        if (!added(key, note)) {
            try {
                ForkedException.unlessSame(number, text(key), note);
            } catch (ForkedException e) {
                throw new UncheckedIOException(e);
            }
        }
        return number;
    }

    /** Whether it is there now and was not before. Buckets with object lock insist on the hash. */
    private boolean added(String key, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            store.putObject(
                    put ->
                            put.bucket(bucket)
                                    .key(key)
                                    .ifNoneMatch("*")
                                    .contentType("text/plain; charset=utf-8")
                                    .contentMD5(Md5Utils.md5AsBase64(bytes)),
                    RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return false;
        }
    }

    private String text(String key) {
        try (var answer = store.getObject(ask -> ask.bucket(bucket).key(key))) {
            var bytes = answer.readNBytes(LARGEST);
            if (bytes.length == LARGEST) {
                answer.abort();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the client throws as failures of a place. */
    private static void reached(Runnable act) throws IOException {
        try {
            act.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
