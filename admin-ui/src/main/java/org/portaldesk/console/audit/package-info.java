/** The permanent record, as the privacy officer reads it. */
@NullMarked
package org.portaldesk.console.audit;

import org.jspecify.annotations.NullMarked;
