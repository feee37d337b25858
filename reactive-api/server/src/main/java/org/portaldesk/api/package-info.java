/** The API: one package per feature, each with one front door. */
@NullMarked
package org.portaldesk.api;

import org.jspecify.annotations.NullMarked;
