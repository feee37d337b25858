package org.portaldesk.api.audit.broken;

import org.portaldesk.api.broken.Front;

record UsesFeature(Front front) {}
