/** Code that breaks each rule of the house once, so that the rules are seen to fail. */
@NullMarked
package org.portaldesk.api.broken;

import org.jspecify.annotations.NullMarked;
