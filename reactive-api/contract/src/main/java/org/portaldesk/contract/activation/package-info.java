/** The life of activation codes, and the second person's word on a contact that is shared. */
@NullMarked
package org.portaldesk.contract.activation;

import org.jspecify.annotations.NullMarked;
