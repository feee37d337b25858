package org.portaldesk.api.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate for a server, as PostgreSQL wants it, and a store that trusts it. */
record HouseCa(Path certificate, Path key, Path trust) {

    private static final String PASSWORD = "changeit";

    /** Made new, in this folder, for a server of this name. */
    static HouseCa make(Path folder, String host)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var certificate = keys.getCertificate("server");
        var pem = write(folder.resolve("server.crt"), "CERTIFICATE", certificate.getEncoded());
        var key = keys.getKey("server", PASSWORD.toCharArray());
        // Of a kind that is read without its password, as certificates are no secret.
        var trust = KeyStore.getInstance("JKS");
        trust.load(null, null);
        trust.setCertificateEntry("house", certificate);
        var trusted = folder.resolve("trust.jks");
        try (var out = Files.newOutputStream(trusted)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return new HouseCa(
                pem, write(folder.resolve("server.key"), "PRIVATE KEY", key.getEncoded()), trusted);
    }

    /** What makes a Java trust it, and nobody else. */
    String trustOption() {
        return "-Djavax.net.ssl.trustStore=" + trust;
    }

    private static Path write(Path file, String what, byte[] bytes) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, lines));
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(told);
        }
    }
}
