/** Who may see whose record and why, and how a request gets there; pure Java. */
@NullMarked
package org.portaldesk.api.proxy.model;

import org.jspecify.annotations.NullMarked;
