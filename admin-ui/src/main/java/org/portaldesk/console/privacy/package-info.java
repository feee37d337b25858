/**
 * What the privacy officer gives a patient who asks: who saw the record, and what left the house.
 */
@NullMarked
package org.portaldesk.console.privacy;

import org.jspecify.annotations.NullMarked;
