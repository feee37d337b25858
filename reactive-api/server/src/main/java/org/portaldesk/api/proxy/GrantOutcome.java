package org.portaldesk.api.proxy;

import org.portaldesk.contract.portal.PortalProxyApi.MyGrant;
import org.portaldesk.contract.proxy.ProxyGrant;

/** What became of an act on a grant; refusals are on record. */
public sealed interface GrantOutcome {

    record Ended(ProxyGrant grant) implements GrantOutcome {}

    record Confirmed(MyGrant grant) implements GrantOutcome {}

    /** Not that birth date; the fifth wrong one has ended the grant. */
    record WrongBirthDate() implements GrantOutcome {}

    /** It has ended, or is confirmed. */
    record NotInState() implements GrantOutcome {}

    record Stale() implements GrantOutcome {}

    record Unknown() implements GrantOutcome {}
}
