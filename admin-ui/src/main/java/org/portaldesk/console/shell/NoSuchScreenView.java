package org.portaldesk.console.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.portaldesk.console.widget.Glyph;

/** There is no screen at this address. */
@ParentLayout(MainLayout.class)
class NoSuchScreenView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    NoSuchScreenView() {
        super("error.notFound");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show(Glyph.SEARCH);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
