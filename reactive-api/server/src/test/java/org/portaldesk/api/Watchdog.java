package org.portaldesk.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;

/**
 * Blocking calls on event loops fail the test that made them. Each exception here has its reason.
 */
final class Watchdog {

    private static final Queue<BlockingOperationError> CAUGHT = new ConcurrentLinkedQueue<>();
    private static boolean installed;

    private Watchdog() {}

    static synchronized void install() {
        if (!installed) {
            BlockHound.install(Watchdog::allow);
            installed = true;
        }
    }

    /** Every call since the last time this was asked, with the way that led to it. */
    static List<String> caught() {
        var calls = new ArrayList<String>();
        for (var call = CAUGHT.poll(); call != null; call = CAUGHT.poll()) {
            var text = new StringWriter();
            call.printStackTrace(new PrintWriter(text));
            calls.add(text.toString());
        }
        return calls;
    }

    /** Noted before it is thrown: whoever catches it may tell nobody. */
    private static void caught(BlockingMethod method) {
        var error = new BlockingOperationError(method);
        if (Stream.of(error.getStackTrace()).noneMatch(Watchdog::isIdle)) {
            CAUGHT.add(error);
            throw error;
        }
    }

    /** A worker without a task, which waited for one before anybody watched. */
    private static boolean isIdle(StackTraceElement call) {
        return call.getClassName().equals("java.util.concurrent.ThreadPoolExecutor")
                && call.getMethodName().equals("getTask");
    }

    private static void allow(BlockHound.Builder builder) {
        builder.blockingMethodCallback(Watchdog::caught);
        // Class loading reads jar files; it happens once for each class, wherever that class is
        // first used.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        builder.allowBlockingCallsInside("jdk.internal.loader.BuiltinClassLoader", "loadClass");
        builder.allowBlockingCallsInside("java.lang.invoke.MethodHandleNatives", "linkCallSite");
        // The validator's own texts are files in its jar, read once for each language and then
        // kept.
        builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl");
        // The API's description reads class files once, at the start or at the first look at it.
        builder.allowBlockingCallsInside("org.springdoc.api.AbstractOpenApiResource", "getOpenApi");
        // The list of a service's providers is a file in a jar, read at the service's first use.
        builder.allowBlockingCallsInside(
                "java.util.ServiceLoader$LazyClassPathLookupIterator", "parse");
        // The reader of a type is built once, under a lock: who needs it at that very moment,
        // waits.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache",
                "_createAndCacheValueDeserializer");
        // So are the rules of a parameter's type.
        builder.allowBlockingCallsInside(
                "org.hibernate.validator.internal.metadata.BeanMetaDataManagerImpl",
                "getBeanMetaData");
        // A sign-in to PostgreSQL (SCRAM) begins with a random number. Linux has one at any time,
        // it only is a file's; a sign-in that breaks off there leaves a half-open connection.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Netty adds to its store of buffers under a lock of a moment, and again only when twice as
        // many threads want one.
        builder.allowBlockingCallsInside(
                "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
        // The tests' own client draws the border between the parts of what it sends.
        builder.allowBlockingCallsInside(
                "org.springframework.util.MimeTypeUtils", "generateMultipartBoundary");
    }
}
