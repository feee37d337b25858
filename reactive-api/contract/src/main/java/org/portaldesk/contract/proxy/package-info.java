/** Who may see whose record: requests, their review, and the grants that they yield. */
@NullMarked
package org.portaldesk.contract.proxy;

import org.jspecify.annotations.NullMarked;
