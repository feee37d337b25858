/** What somebody has to look into: accounts that may be changing hands, and looks at records. */
@NullMarked
package org.portaldesk.console.cases;

import org.jspecify.annotations.NullMarked;
