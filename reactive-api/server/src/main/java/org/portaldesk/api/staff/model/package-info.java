/** What is known of staff, in plain Java. */
@NullMarked
package org.portaldesk.api.staff.model;

import org.jspecify.annotations.NullMarked;
