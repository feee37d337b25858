/** The permanent record: how acts write it, and how it is read. */
@NullMarked
package org.portaldesk.api.audit;

import org.jspecify.annotations.NullMarked;
