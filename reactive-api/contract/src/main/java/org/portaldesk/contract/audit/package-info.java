/** The permanent record, as the privacy officer reads it, and a patient's history. */
@NullMarked
package org.portaldesk.contract.audit;

import org.jspecify.annotations.NullMarked;
