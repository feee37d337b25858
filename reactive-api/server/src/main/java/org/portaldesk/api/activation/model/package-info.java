/** Codes, their states, and the decisions about them; pure Java. */
@NullMarked
package org.portaldesk.api.activation.model;

import org.jspecify.annotations.NullMarked;
