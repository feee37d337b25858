package org.portaldesk.api.brokentoo;

import org.portaldesk.api.broken.Front;

/** The other half of the cycle. */
public record Back(Front front) {}
