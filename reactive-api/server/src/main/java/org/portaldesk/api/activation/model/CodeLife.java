package org.portaldesk.api.activation.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a code stands. Only an {@link Issued} one has moves, and every move ends it: no path leads
 * from a dead code to a live one, because there is no method for it.
 */
public sealed interface CodeLife {

    /** Where it stands at a moment: age ends a code without anybody's doing. */
    CodeLife at(Instant now);

    /**
     * Live until it expires.
     *
     * @param expiresAt the first moment at which it does not work
     */
    record Issued(Instant expiresAt) implements CodeLife {

        /**
         * A code issued now.
         *
         * @param days of 24 hours each: see docs/decisions/0034-a-day-has-24-hours.md
         */
        public static Issued at(Instant issuedAt, int days) {
            return new Issued(issuedAt.plus(Duration.ofHours(24L * days)));
        }

        @Override
        public CodeLife at(Instant now) {
            return now.isBefore(expiresAt) ? this : new Expired(expiresAt);
        }

        /** Opens an account, if it is not too late. */
        public Ended redeem(Instant now) {
            return end(now, new Redeemed(now));
        }

        /** Ends it for a reason, if it has not ended by age. */
        public Ended revoke(Instant now, String reason) {
            return end(now, new Revoked(now, reason));
        }

        /** Makes way for a newer code, if it has not ended by age. */
        public Ended supersede(Instant now) {
            return end(now, new Superseded(now));
        }

        private Ended end(Instant now, Ended asked) {
            return now.isBefore(expiresAt) ? asked : new Expired(expiresAt);
        }
    }

    /** Dead for ever. */
    sealed interface Ended extends CodeLife {

        /** When it died. */
        Instant endedAt();

        @Override
        default Ended at(Instant now) {
            return this;
        }
    }

    /** It opened an account. */
    record Redeemed(Instant endedAt) implements Ended {}

    /** It was too old. */
    record Expired(Instant endedAt) implements Ended {}

    /** Somebody ended it, or too many wrong facts did. */
    record Revoked(Instant endedAt, String reason) implements Ended {}

    /** A newer one took its place. */
    record Superseded(Instant endedAt) implements Ended {}
}
