/** Parts that screens are made of. None of them knows the API or a screen family. */
@NullMarked
package org.portaldesk.console.widget;

import org.jspecify.annotations.NullMarked;
