/** What the patient portal's own pages call. */
@NullMarked
package org.portaldesk.contract.portal;

import org.jspecify.annotations.NullMarked;
