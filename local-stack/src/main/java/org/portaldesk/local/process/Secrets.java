package org.portaldesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passwords and keys of one installation, made when first asked for and kept in a file that only
 * its owner may read.
 */
public final class Secrets {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 24;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, String> known;

    private Secrets(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    /** The secrets kept in this file, which need not exist yet. */
    public static Secrets in(Path file) {
        try {
            return new Secrets(file, Files.exists(file) ? read(file) : new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secrets in " + file, e);
        }
    }

    /** A password of 24 letters and digits (137 bits), none of which is taken for another. */
    public String password(String name) {
        return kept(name, this::newPassword);
    }

    /** A key of 32 random bytes, as base64. */
    public String key(String name) {
        return kept(name, this::newKey);
    }

    private synchronized String kept(String name, Supplier<String> fresh) {
        String present = known.get(name);
        if (present != null) {
            return present;
        }
        String made = fresh.get();
        known.put(name, made);
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(known));
        return made;
    }

    private String newPassword() {
        var password = new StringBuilder(PASSWORD_LENGTH);
        random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .forEach(password::append);
        return password.toString();
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Map<String, String> read(Path file) throws IOException {
        return JSON.readValue(
                Files.readString(file), new TypeReference<TreeMap<String, String>>() {});
    }
}
