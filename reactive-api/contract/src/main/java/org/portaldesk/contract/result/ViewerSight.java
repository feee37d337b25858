package org.portaldesk.contract.result;

import java.util.List;
import org.portaldesk.contract.result.Visibility.Step;

/**
 * Whether one of those who could see a result does, and why.
 *
 * @param viewer {@code patient}, or the id of a grant
 * @param name family name first
 * @param trace as in {@link Visibility}
 */
public record ViewerSight(String viewer, String name, boolean visible, List<Step> trace) {

    public ViewerSight {
        trace = List.copyOf(trace);
    }
}
