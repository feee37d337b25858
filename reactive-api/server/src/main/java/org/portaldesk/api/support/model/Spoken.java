package org.portaldesk.api.support.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PatientQuery;
import org.portaldesk.contract.verification.Fact;

/**
 * What an agent typed of what a caller said, held against the record. Forgiving as people are, but
 * never of what is missing on record: nothing fits that.
 *
 * @param today where the facility is
 * @param hmacs of one-time codes, by each key that may have made one
 * @see "docs/decisions/0063-blind-verification.md"
 */
public record Spoken(String text, LocalDate today, List<UnaryOperator<byte[]>> hmacs) {

    private static final int SSN_DIGITS = 9;
    private static final int LAST_DIGITS = 4;

    /** Whether it fits. Values are compared in full, however early they differ. */
    public boolean fits(Fact fact, OnRecord record) {
        return switch (fact) {
            case FULL_NAME -> new SpokenName(text).fits(record.name());
            case BIRTH_DATE -> isBirthDate(record.birthDate());
            case SSN_LAST4 -> same(lastFour(), record.ssnLast4());
            case ADDRESS -> new SpokenAddress(text).fits(record.address());
            case PHONE -> sameAsAny(Folding.phone(text), record.phones(), Folding::phone);
            case EMAIL -> sameAsAny(email(text), record.emails(), Spoken::email);
            case MRN -> same(mrn(text), mrn(record.mrn()));
            case CODE_ON_FILE -> isCode(record.codeHash());
        };
    }

    /** Equal and not empty, in a time that does not tell how far they agree. */
    static boolean same(String spoken, @Nullable String known) {
        var equal = MessageDigest.isEqual(bytes(spoken), bytes(known == null ? "" : known));
        return equal & !spoken.isEmpty();
    }

    private static boolean sameAsAny(
            String spoken, List<String> known, Function<String, String> form) {
        var found = false;
        for (var value : known) {
            found |= same(spoken, form.apply(value));
        }
        return found;
    }

    private boolean isBirthDate(LocalDate known) {
        var found = false;
        for (var part : PatientQuery.parse(text, today).facts()) {
            for (var reading : part.birthDates()) {
                found |= same(reading.toString(), known.toString());
            }
        }
        return found;
    }

    private boolean isCode(byte[] known) {
        var typed = ProofCode.typed(text);
        var equal = false;
        for (var hmac : hmacs) {
            equal |= MessageDigest.isEqual(hmac.apply(typed), known);
        }
        return equal & known.length > 0;
    }

    /** People who are asked for the last four say all nine now and then. */
    private String lastFour() {
        var digits = text.replaceAll("\\D", "");
        return switch (digits.length()) {
            case LAST_DIGITS -> digits;
            case SSN_DIGITS -> digits.substring(SSN_DIGITS - LAST_DIGITS);
            default -> "";
        };
    }

    private static String email(String text) {
        return Folding.email(text.replaceAll("\\s", ""));
    }

    private static String mrn(String text) {
        return Folding.joined(text).toUpperCase(Locale.ROOT).replaceFirst("^(MRN)?0*", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Spoken[…]";
    }
}
