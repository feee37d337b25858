/** What the record says, in words that patients know; pure Java. */
@NullMarked
package org.portaldesk.api.privacy.model;

import org.jspecify.annotations.NullMarked;
