package org.portaldesk.api.result.model;

import java.util.Set;
import java.util.UUID;

/** Who looks at a result. */
public sealed interface Viewer {

    /** The patient. */
    record Patient() implements Viewer {}

    /**
     * Somebody with a grant on the patient's record.
     *
     * @param seesResults whether the grant gives results at that moment
     * @param hiddenTags which sensitivity tags the policy of that moment hides from them
     * @param consented whether the patient's consent shows them this one
     */
    record Proxy(UUID grant, boolean seesResults, Set<String> hiddenTags, boolean consented)
            implements Viewer {

        public Proxy {
            hiddenTags = Set.copyOf(hiddenTags);
        }
    }
}
