package org.portaldesk.contract.work;

import java.time.Instant;
import java.util.List;

/**
 * Who else looks at an item just now, the longest first. Looking reserves nothing.
 *
 * @see org.portaldesk.contract.proxy.ProxyRequestApi#look
 */
public record Onlookers(List<Onlooker> others) {

    /**
     * Somebody who has the item on their screen.
     *
     * @param since the moment from which they have looked without a break
     */
    public record Onlooker(String by, Instant since) {}
}
