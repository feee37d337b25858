/** Tests of the decisions about codes. */
@NullMarked
package org.portaldesk.api.activation.model;

import org.jspecify.annotations.NullMarked;
