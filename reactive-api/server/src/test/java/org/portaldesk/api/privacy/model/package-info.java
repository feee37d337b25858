@NullMarked
package org.portaldesk.api.privacy.model;

import org.jspecify.annotations.NullMarked;
