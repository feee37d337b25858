package org.portaldesk.console.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page that holds the console. Acts travel by plain requests, answers by push. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/styles.css")
@StyleSheet("assets/desks.css")
@StyleSheet("assets/support.css")
@StyleSheet("assets/proxy.css")
@StyleSheet("assets/privacy.css")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "assets/mark.svg", "any");
        settings.addMetaTag("robots", "noindex");
    }
}
