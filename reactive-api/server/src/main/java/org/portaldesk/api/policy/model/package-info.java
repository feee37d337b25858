/** What policies of access say of an age, and what a policy must be like; pure Java. */
@NullMarked
package org.portaldesk.api.policy.model;

import org.jspecify.annotations.NullMarked;
