package org.portaldesk.api.system;

import org.junit.jupiter.api.Test;
import org.portaldesk.api.audit.MixedCalls;

/** The same as {@code LedgerIT} a hundred thousand times over. */
class LargeLedgerIT extends MixedCalls {

    @Test
    void aHundredThousandCallsAndTheRecordAgreeOneToOne() throws Exception {
        recordAgreesAfter(100_000);
    }
}
