package org.portaldesk.api.audit.seal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A store that speaks S3, and somebody with all rights in it. */
final class CheckpointStore implements AutoCloseable {

    private static final String BUCKET = "record";
    private static final String FOLDER = "audit/";
    private static final String ACCESS_KEY = "sealer-of-tests";
    private static final String SECRET_KEY = "q8Zr2-Lw0e7Tn5Vx1B";

    private final BlobStore objects;
    private final int port;
    private S3Proxy server;

    private CheckpointStore(BlobStore objects) throws Exception {
        this.objects = objects;
        this.server = serve(0);
        this.port = server.getPort();
    }

    static CheckpointStore start() throws Exception {
        var objects = BlobStores.create("transient", new Properties());
        objects.createContainer(BUCKET);
        return new CheckpointStore(objects);
    }

    /** How a sealer and a verifier reach it. */
    Map<String, String> environment() {
        return Map.of(
                "PORTAL_DESK_CHECKPOINTS",
                "s3://" + BUCKET + "/" + FOLDER,
                "PORTAL_DESK_CHECKPOINTS_ENDPOINT",
                "http://127.0.0.1:" + port,
                "PORTAL_DESK_CHECKPOINTS_REGION",
                "us-east-1",
                "PORTAL_DESK_CHECKPOINTS_PATH_STYLE",
                "true",
                "PORTAL_DESK_CHECKPOINTS_ACCESS_KEY",
                ACCESS_KEY,
                "PORTAL_DESK_CHECKPOINTS_SECRET_KEY",
                SECRET_KEY);
    }

    String note(long number) throws Exception {
        try (var bytes = objects.getBlob(BUCKET, name(number))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Answers what was there. */
    String replace(long number, String note) throws Exception {
        var was = note(number);
        put(number, note);
        return was;
    }

    void put(long number, String note) {
        var bytes = note.getBytes(StandardCharsets.UTF_8);
        var put =
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(name(number))
                        .contentLength((long) bytes.length)
                        .build();
        objects.putBlob(put, new ByteArrayInputStream(bytes));
    }

    void delete(long number) {
        objects.removeBlob(BUCKET, name(number));
    }

    void goAway() throws Exception {
        server.stop();
    }

    void comeBack() throws Exception {
        server = serve(port);
    }

    private static String name(long number) {
        return FOLDER + "%019d.note".formatted(number);
    }

    private S3Proxy serve(int at) throws Exception {
        var started =
                S3Proxy.builder()
                        .blobStore(objects)
                        .endpoint(URI.create("http://127.0.0.1:" + at))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                        .build();
        started.start();
        return started;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        objects.close();
    }
}
