/**
 * Queues and their hours: business calendars, service clocks, and claims that end by themselves.
 */
@NullMarked
package org.portaldesk.api.work;

import org.jspecify.annotations.NullMarked;
