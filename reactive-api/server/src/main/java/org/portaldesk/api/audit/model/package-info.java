/** What can be asked of the record. */
@NullMarked
package org.portaldesk.api.audit.model;

import org.jspecify.annotations.NullMarked;
