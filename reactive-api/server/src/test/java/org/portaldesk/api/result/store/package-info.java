@NullMarked
package org.portaldesk.api.result.store;

import org.jspecify.annotations.NullMarked;
