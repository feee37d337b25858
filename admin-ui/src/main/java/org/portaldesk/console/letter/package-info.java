/** The letters desk: printing the queue, counting the pile, and what became of each letter. */
@NullMarked
package org.portaldesk.console.letter;

import org.jspecify.annotations.NullMarked;
