/** The console: one package per screen family. */
@NullMarked
package org.portaldesk.console;

import org.jspecify.annotations.NullMarked;
