@NullMarked
package org.portaldesk.api.privacy.fhir;

import org.jspecify.annotations.NullMarked;
