/** How the API says no. */
@NullMarked
package org.portaldesk.contract.problem;

import org.jspecify.annotations.NullMarked;
