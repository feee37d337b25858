package org.portaldesk.seal.outside;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** A store that speaks S3, in this process and in memory, which can go away and come back. */
final class MemoryStore implements AutoCloseable {

    static final String BUCKET = "record";
    private static final String ACCESS_KEY = "sealer-of-tests";
    private static final String SECRET_KEY = "q8Zr2-Lw0e7Tn5Vx1B";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BlobStore objects;
    private S3Proxy server;

    private MemoryStore(BlobStore objects) throws Exception {
        this.objects = objects;
        this.server = serve(0);
    }

    static MemoryStore start() throws Exception {
        var objects = BlobStores.create("transient", new Properties());
        objects.createContainer(BUCKET);
        var store = new MemoryStore(objects);
        store.warmUp();
        return store;
    }

    /** How somebody who may write reaches it. */
    StoreAccess access() {
        return StoreAccess.of(
                Map.of(
                        "PORTAL_DESK_CHECKPOINTS_ENDPOINT",
                        "http://127.0.0.1:" + server.getPort(),
                        "PORTAL_DESK_CHECKPOINTS_REGION",
                        "us-east-1",
                        "PORTAL_DESK_CHECKPOINTS_PATH_STYLE",
                        "true",
                        "PORTAL_DESK_CHECKPOINTS_ACCESS_KEY",
                        ACCESS_KEY,
                        "PORTAL_DESK_CHECKPOINTS_SECRET_KEY",
                        SECRET_KEY));
    }

    /** The first request loads the classes of both sides, and a busy machine takes its time. */
    private void warmUp() {
        try (var client = access().client()) {
            client.listBuckets(
                    ask ->
                            ask.overrideConfiguration(
                                    it ->
                                            it.apiCallTimeout(PATIENCE)
                                                    .apiCallAttemptTimeout(PATIENCE)));
        }
    }

    void goAway() throws Exception {
        server.stop();
    }

    void comeBack(int port) throws Exception {
        server = serve(port);
    }

    int port() {
        return server.getPort();
    }

    private S3Proxy serve(int port) throws Exception {
        var started =
                S3Proxy.builder()
                        .blobStore(objects)
                        .endpoint(URI.create("http://127.0.0.1:" + port))
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
