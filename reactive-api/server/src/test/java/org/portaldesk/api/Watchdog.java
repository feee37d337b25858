package org.portaldesk.api;

import reactor.blockhound.BlockHound;

/**
 * Blocking calls on event loops fail the test that made them. Each exception here has its reason.
 */
final class Watchdog {

    private static boolean installed;

    private Watchdog() {}

    static synchronized void install() {
        if (!installed) {
            BlockHound.install(Watchdog::allow);
            installed = true;
        }
    }

    private static void allow(BlockHound.Builder builder) {
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
        // A sign-in to PostgreSQL (SCRAM) begins with a random number. Linux has one at any time,
        // it only is a file's; a sign-in that breaks off there leaves a half-open connection.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // The tests' own client draws the border between the parts of what it sends.
        builder.allowBlockingCallsInside(
                "org.springframework.util.MimeTypeUtils", "generateMultipartBoundary");
    }
}
