/** People with a medical record, as the staff find and read them. */
@NullMarked
package org.portaldesk.contract.patient;

import org.jspecify.annotations.NullMarked;
