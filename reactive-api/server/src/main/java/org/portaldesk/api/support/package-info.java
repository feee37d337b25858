/** The support desk: who is on the phone, what that opens, what was done, and who watches it. */
@NullMarked
package org.portaldesk.api.support;

import org.jspecify.annotations.NullMarked;
