/**
 * What the privacy officer gives out of the record: to patients, and to whoever has a right to it.
 */
@NullMarked
package org.portaldesk.contract.privacy;

import org.jspecify.annotations.NullMarked;
