/** What people do from morning to evening, in a real browser, on the whole running system. */
@NullMarked
package org.portaldesk.journey;

import org.jspecify.annotations.NullMarked;
