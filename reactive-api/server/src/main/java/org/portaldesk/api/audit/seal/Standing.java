package org.portaldesk.api.audit.seal;

import java.util.List;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.Peaks;

/**
 * Where sealing stands.
 *
 * @param tree of the checkpoints so far
 * @param end up to where events are sealed
 */
record Standing(Peaks tree, Horizon end) {

    static final Standing NOTHING = new Standing(new Peaks(List.of(), 0), Horizon.START);
}
