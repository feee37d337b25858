/** The life of activation codes: issue, second opinion on a contact, revocation, redemption. */
@NullMarked
package org.portaldesk.api.activation;

import org.jspecify.annotations.NullMarked;
