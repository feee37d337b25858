@NullMarked
package org.portaldesk.api.proxy;

import org.jspecify.annotations.NullMarked;
