package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.LinkedHashMap;
import java.util.List;
import org.portaldesk.console.gateway.Drafts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.draft.DraftPlace;

/** Leads whoever signs in anew back to where they had typed something. */
@SpringComponent
class DraftsNotice {

    private final List<ScreenFamily> families;

    DraftsNotice(List<ScreenFamily> families) {
        this.families = List.copyOf(families);
    }

    /** Shows it once in a session, and only if there is something. */
    void over(UI ui) {
        Drafts.of(ui.getSession())
                .ifPresent(drafts -> drafts.offer(left -> ui.access(() -> show(drafts, left))));
    }

    private void show(Drafts drafts, List<DraftPlace> left) {
        var notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(0);
        var close = new Button(Texts.text("close"), _ -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var discard =
                new Button(
                        Texts.text("draft.offer.discard"),
                        _ -> {
                            left.forEach(one -> drafts.drop(one.place()));
                            notice.close();
                        });
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        var words = new Div(new Paragraph(Texts.text("draft.offer")));
        var screens = screens(left);
        screens.forEach((address, newest) -> words.add(link(address, newest)));
        if (screens.size() == 1) {
            words.addClickListener(_ -> notice.close());
        }
        var all = new Div(words, discard, close);
        all.addClassName("drafts-notice");
        notice.add(all);
        notice.open();
    }

    /** Each screen once, with its newest draft; they come newest first. */
    private static LinkedHashMap<String, DraftPlace> screens(List<DraftPlace> left) {
        var screens = new LinkedHashMap<String, DraftPlace>();
        left.forEach(one -> screens.putIfAbsent(address(one), one));
        return screens;
    }

    private static String address(DraftPlace one) {
        var end = one.place().indexOf('_');
        return (end < 0 ? one.place() : one.place().substring(0, end)).replace('.', '/');
    }

    private Component link(String address, DraftPlace newest) {
        var kept = Formats.current().moment(newest.keptAt());
        return new Anchor(address, Texts.text("draft.offer.at", title(address), kept));
    }

    private String title(String address) {
        var routes = RouteConfiguration.forSessionScope();
        return families.stream()
                .flatMap(family -> family.destinations().stream())
                .filter(one -> first(address).equals(first(routes.getUrl(one.view()))))
                .findFirst()
                .map(one -> Texts.text(one.titleKey()))
                .orElse(Texts.text("draft.offer.screen"));
    }

    private static String first(String address) {
        return address.split("/", 2)[0];
    }
}
