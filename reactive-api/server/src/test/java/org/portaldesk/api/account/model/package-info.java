@NullMarked
package org.portaldesk.api.account.model;

import org.jspecify.annotations.NullMarked;
