package org.portaldesk.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Gives each page the look and the language that its user chose, before anything is drawn. */
@Component
class Greeting implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(Greeting::greet);
        event.addIndexHtmlRequestListener(Greeting::prepare);
    }

    private static void greet(UIInitEvent init) {
        UI ui = init.getUI();
        Preferences.of(VaadinRequest.getCurrent()).apply(ui);
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
    }

    private static void prepare(IndexHtmlResponse page) {
        var scheme =
                switch (Preferences.of(page.getVaadinRequest()).scheme()) {
                    case SYSTEM -> "light dark";
                    case LIGHT -> "light";
                    case DARK -> "dark";
                };
        page.getDocument()
                .head()
                .appendElement("meta")
                .attr("name", "color-scheme")
                .attr("content", scheme);
    }
}
