@NullMarked
package org.portaldesk.api.proxy.model;

import org.jspecify.annotations.NullMarked;
