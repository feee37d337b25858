/** Restricted records: restricting them, and breaking the glass before them. */
@NullMarked
package org.portaldesk.console.glass;

import org.jspecify.annotations.NullMarked;
