@NullMarked
package org.portaldesk.api.support;

import org.jspecify.annotations.NullMarked;
