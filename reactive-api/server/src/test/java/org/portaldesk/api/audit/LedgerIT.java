package org.portaldesk.api.audit;

import org.junit.jupiter.api.Test;

/** What callers know of their calls and what the record says of them, one to one. */
class LedgerIT extends MixedCalls {

    @Test
    void everyCallLeavesWhatItMustAndNothingElse() throws Exception {
        recordAgreesAfter(2_000);
    }
}
