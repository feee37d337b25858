/** The life of activation codes: issuing, showing once, printing, revoking. */
@NullMarked
package org.portaldesk.console.activation;

import org.jspecify.annotations.NullMarked;
