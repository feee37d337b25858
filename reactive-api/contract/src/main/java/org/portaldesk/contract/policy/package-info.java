/**
 * The rules of access that a hospital sets: dated, decided by two people, tried before they count.
 */
@NullMarked
package org.portaldesk.contract.policy;

import org.jspecify.annotations.NullMarked;
