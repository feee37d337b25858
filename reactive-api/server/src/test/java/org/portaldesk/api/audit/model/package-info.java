@NullMarked
package org.portaldesk.api.audit.model;

import org.jspecify.annotations.NullMarked;
