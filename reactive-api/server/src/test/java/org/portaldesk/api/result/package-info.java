@NullMarked
package org.portaldesk.api.result;

import org.jspecify.annotations.NullMarked;
