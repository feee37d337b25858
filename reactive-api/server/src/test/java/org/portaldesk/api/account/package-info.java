@NullMarked
package org.portaldesk.api.account;

import org.jspecify.annotations.NullMarked;
