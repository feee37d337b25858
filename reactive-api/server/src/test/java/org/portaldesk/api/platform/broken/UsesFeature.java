package org.portaldesk.api.platform.broken;

import org.portaldesk.api.broken.Front;

record UsesFeature(Front front) {}
