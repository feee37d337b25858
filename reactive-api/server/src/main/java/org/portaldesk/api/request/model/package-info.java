/** States of requests, decisions about them, and how they compare with the record; pure Java. */
@NullMarked
package org.portaldesk.api.request.model;

import org.jspecify.annotations.NullMarked;
