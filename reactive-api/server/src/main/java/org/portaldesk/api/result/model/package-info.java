/** What is known of a result. Pure Java. */
@NullMarked
package org.portaldesk.api.result.model;

import org.jspecify.annotations.NullMarked;
