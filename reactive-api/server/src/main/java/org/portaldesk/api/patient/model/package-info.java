/** What the house knows about people: names and how they are found, ages, contacts. Pure Java. */
@NullMarked
package org.portaldesk.api.patient.model;

import org.jspecify.annotations.NullMarked;
