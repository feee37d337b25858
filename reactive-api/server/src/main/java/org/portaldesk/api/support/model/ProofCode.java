package org.portaldesk.api.support.model;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** A one-time code to a contact on record: eight digits, which people can read out. */
public final class ProofCode {

    private static final int BOUND = 100_000_000;
    private static final int HALF = 4;

    private ProofCode() {}

    /** A fresh one, as it is read out: {@code 1234 5678}. */
    public static String random(RandomGenerator random) {
        var digits = "%08d".formatted(random.nextInt(BOUND));
        return digits.substring(0, HALF) + " " + digits.substring(HALF);
    }

    /** What was typed, as its HMAC is made of; spaces and dashes do not count. */
    public static byte[] typed(String text) {
        return text.replaceAll("[\\s\\p{Pd}]", "").getBytes(StandardCharsets.UTF_8);
    }
}
