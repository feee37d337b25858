@NullMarked
package org.portaldesk.api.support.model;

import org.jspecify.annotations.NullMarked;
