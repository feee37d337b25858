@NullMarked
package org.portaldesk.document;

import org.jspecify.annotations.NullMarked;
