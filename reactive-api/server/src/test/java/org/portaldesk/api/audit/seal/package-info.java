@NullMarked
package org.portaldesk.api.audit.seal;

import org.jspecify.annotations.NullMarked;
