package org.portaldesk.console.proxy;

import java.util.Arrays;
import java.util.List;
import org.portaldesk.contract.proxy.ProxyKind;

/**
 * What a reviewer must have seen before access is given.
 *
 * @see "45 CFR 164.508(c)(1)"
 */
enum Check {
    /** That the proxy is who they say. */
    IDENTITY(true),
    /** That they may have what they ask for. */
    AUTHORITY(true),
    DESCRIPTION(false),
    DISCLOSER(false),
    RECIPIENT(false),
    PURPOSE(false),
    EXPIRY(false),
    SIGNATURE(false),
    REPRESENTATIVE(false);

    private final boolean always;

    Check(boolean always) {
        this.always = always;
    }

    /** What a request of that kind needs. */
    static List<Check> of(ProxyKind kind) {
        return Arrays.stream(values())
                .filter(one -> one.always || kind == ProxyKind.ADULT)
                .toList();
    }
}
