/**
 * Finding patients, and the page about one: who they are, their account, their codes, what was
 * done.
 */
@NullMarked
package org.portaldesk.console.patient;

import org.jspecify.annotations.NullMarked;
