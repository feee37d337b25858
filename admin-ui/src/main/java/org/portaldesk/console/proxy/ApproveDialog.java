package org.portaldesk.console.proxy;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.review.ReviewDialog;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Approving, and agreeing to what a colleague has proposed: who will see what, until when. */
final class ApproveDialog extends ReviewDialog<ProxyRequest> {

    private static final long serialVersionUID = 1L;

    private final transient ProxyReviewState state;

    ApproveDialog(ProxyReviewState state, ProxyRequest request) {
        super(
                state.review(),
                Texts.text(
                        "proxy.approve.title",
                        request.proxy().givenName() + " " + request.proxy().familyName()),
                Texts.text(request.proposed() == null ? "proxy.approve.verb" : "proxy.agree.verb"),
                "proxy.approve.done");
        this.state = state;
        fill(consequences(request));
    }

    private UnorderedList consequences(ProxyRequest request) {
        var draft = state.draft().peek();
        var proposed = request.proposed();
        var list = new UnorderedList();
        list.addClassName("consequences");
        if (proposed == null) {
            list.add(item(classWords(request.accessClass())));
            list.add(item(areas(request.areas(), draft.areas())));
            list.add(item(end(request.accessClass(), draft.expiresOn())));
        } else {
            list.add(item(Texts.text("proxy.agree.text", proposed.by())));
            list.add(item(classWords(proposed.accessClass())));
            list.add(item(areas(proposed.areas(), Map.of())));
            list.add(item(end(proposed.accessClass(), proposed.expiresOn())));
        }
        list.add(item(Texts.text("proxy.approve.confirms")));
        list.add(
                item(
                        Texts.text(
                                request.proxy().email() == null
                                        ? "proxy.approve.handOver"
                                        : "proxy.approve.mails")));
        for (var note : AnswerNote.of(request)) {
            list.add(new ListItem(note));
        }
        if (draft.patientCode()) {
            list.add(item(Texts.text("proxy.approve.patientCode")));
        }
        return list;
    }

    private static String classWords(AccessClass access) {
        return Texts.text("proxy.approve.class", Texts.of("access", access));
    }

    private static String areas(Map<Area, AreaAccess> most, Map<Area, AreaAccess> less) {
        return AreaWords.of(most, less);
    }

    private static String end(AccessClass access, @Nullable LocalDate day) {
        if (day != null) {
            return Texts.text("proxy.approve.until", Formats.current().date(day));
        }
        return Texts.text(
                access == AccessClass.ADULT ? "proxy.approve.open" : "proxy.approve.birthdays");
    }

    private static ListItem item(String words) {
        return new ListItem(new Paragraph(words));
    }

    @Override
    protected boolean ready() {
        return true;
    }

    @Override
    protected void start() {
        state.approve();
    }

    @Override
    protected void done(ProxyRequest answer) {
        super.done(answer);
        if (answer.activationCode() != null) {
            new HandOverDialog(answer, answer.activationCode()).open();
        }
    }
}
