@NullMarked
package org.portaldesk.api.privacy;

import org.jspecify.annotations.NullMarked;
