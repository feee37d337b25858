package org.portaldesk.api.work;

import java.time.Duration;

/** What a queue promises to whoever waits in it, as its calendar counts. */
public sealed interface ServicePromise {

    /** Mode A: so many business days later, at the same time of day. */
    record BusinessDays(int days) implements ServicePromise {
        public BusinessDays {
            notNegative(days);
        }
    }

    /**
     * Mode B: when the desk has been open for so long. Time that ends with the day ends at the
     * close, not at the next opening.
     */
    record OpenTime(Duration length) implements ServicePromise {
        public OpenTime {
            if (length.isNegative()) {
                throw new IllegalArgumentException("A promise does not end before it begins");
            }
        }

        /** So many hours of an open desk. */
        public static OpenTime ofHours(long hours) {
            return new OpenTime(Duration.ofHours(hours));
        }
    }

    /** The close of the n-th business day after the day of receipt. */
    record CloseOfBusinessDay(int days) implements ServicePromise {
        public CloseOfBusinessDay {
            notNegative(days);
        }
    }

    private static void notNegative(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("A promise does not end before it begins");
        }
    }
}
