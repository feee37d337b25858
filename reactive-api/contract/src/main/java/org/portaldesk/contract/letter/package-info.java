/** The print queue, its batches, and what became of each letter. */
@NullMarked
package org.portaldesk.contract.letter;

import org.jspecify.annotations.NullMarked;
