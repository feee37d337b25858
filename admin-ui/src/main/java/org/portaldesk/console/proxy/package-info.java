/** Proxy authorization: the queue, one request beside its form, grants, and birthdays ahead. */
@NullMarked
package org.portaldesk.console.proxy;

import org.jspecify.annotations.NullMarked;
