package org.portaldesk.console.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.portaldesk.contract.identity.Permission;

/** What one must be permitted to open this screen. The API asks again at each call. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Any one of these is enough. */
    Permission[] value();
}
