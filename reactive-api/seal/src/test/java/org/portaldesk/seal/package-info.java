@NullMarked
package org.portaldesk.seal;

import org.jspecify.annotations.NullMarked;
