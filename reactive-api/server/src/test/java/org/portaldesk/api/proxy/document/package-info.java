@NullMarked
package org.portaldesk.api.proxy.document;

import org.jspecify.annotations.NullMarked;
