package org.portaldesk.console.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.portaldesk.console.widget.Glyph;

/** Somebody's roles do not open this screen. */
@ParentLayout(MainLayout.class)
class NotPermittedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    NotPermittedView() {
        super("error.notPermitted");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show(Glyph.LOCK);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
