@NullMarked
package org.portaldesk.api.result.model;

import org.jspecify.annotations.NullMarked;
