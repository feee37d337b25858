package org.portaldesk.api.broken.util;

record ThingImpl() {}
