/** The way to PostgreSQL. */
@NullMarked
package org.portaldesk.api.platform.database;

import org.jspecify.annotations.NullMarked;
