/** Who is on the phone: blind verification, its exceptions, and the note of the call. */
@NullMarked
package org.portaldesk.contract.verification;

import org.jspecify.annotations.NullMarked;
