package org.portaldesk.console.letter;

import java.util.List;
import org.portaldesk.console.gateway.ApiFailure;

/**
 * How an act on several letters came out: each is an act of its own, and one that fails stops no
 * other.
 */
record Many(int done, List<Failed> failed) {

    /** One that did not come about, and why. */
    record Failed(String patientName, ApiFailure failure) {}

    Many {
        failed = List.copyOf(failed);
    }
}
