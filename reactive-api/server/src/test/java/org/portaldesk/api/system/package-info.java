/** The API as a process of its own, under races and kills, seen from outside. */
@NullMarked
package org.portaldesk.api.system;

import org.jspecify.annotations.NullMarked;
