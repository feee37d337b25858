package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;

/** What the left side of a call shows at a stage. */
abstract class Part extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    Part() {
        getContent().addClassNames("call-part", "stack");
    }

    /** What the one key for “next” does at this stage. */
    abstract void next();

    /** Puts the focus where the agent goes on. */
    abstract void begin();
}
