package org.portaldesk.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the API the build that nobody may run: each statement leaves its audit event out. It
 * rewrites the texts in the API's classes while they are loaded, so the product itself has no such
 * switch.
 */
public final class Unaudited implements ClassFileTransformer {

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "audited AS \\(\\s*INSERT INTO audit_event .*?RETURNING id\\)", Pattern.DOTALL);

    private static final String NOT_WRITTEN =
            "audited AS (SELECT uuidv7() AS id FROM event, (SELECT \\$1::jsonb) AS caller)";

    /** Called by the JVM before the API's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Unaudited());
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (name == null || !name.startsWith("org/portaldesk/api/")) {
            return null;
        }
        try {
            return rewritten(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rewritten(byte[] file) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(file));
        var bytes = new ByteArrayOutputStream(file.length);
        var out = new DataOutputStream(bytes);
        out.write(in.readNBytes(8));
        var constants = in.readUnsignedShort();
        out.writeShort(constants);
        for (var at = 1; at < constants; at++) {
            at += constant(in, out);
        }
        in.transferTo(out);
        return bytes.toByteArray();
    }

    /** Copies one constant, texts without the event; answers how many places more it takes. */
    private static int constant(DataInputStream in, DataOutputStream out) throws IOException {
        var tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == 1) {
            out.writeUTF(WRITTEN.matcher(in.readUTF()).replaceAll(NOT_WRITTEN));
            return 0;
        }
        out.write(in.readNBytes(length(tag)));
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    /** As the Java Virtual Machine Specification has it in table 4.4-A. */
    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("constant " + tag);
        };
    }
}
