@NullMarked
package org.portaldesk.seal.outside;

import org.jspecify.annotations.NullMarked;
