package org.portaldesk.console.proxy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.review.ReviewDialog;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Told;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Approving, and agreeing to what a colleague has proposed: who will see what, until when. */
final class ApproveDialog extends ReviewDialog<ProxyRequest> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    /** What a refusal for want of a reason is about, by the field that it names. */
    private static final Map<String, Deviation> LEAVES =
            Map.of(
                    "patientId", Deviation.OTHER_PATIENT,
                    "proxyPatientId", Deviation.OTHER_PROXY,
                    "papers", Deviation.NO_AUTHORITY_PAPER);

    final TextArea reason = Typed.area("proxy.propose.reason");
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
        reason.setMaxLength(MAX_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        reason.setVisible(false);
        reason.addValueChangeListener(_ -> update());
        fill(consequences(request), reason);
    }

    /** What leaves the request can still be proposed, with a reason. */
    @Override
    protected void addHelp(Div place, ApiFailure failure) {
        var leaves =
                failure instanceof ApiFailure.Refused(var problem) && problem.errors() != null
                        ? problem.errors().stream()
                                .flatMap(error -> Stream.ofNullable(LEAVES.get(error.field())))
                                .toList()
                        : List.<Deviation>of();
        if (leaves.isEmpty()) {
            return;
        }
        leaves.forEach(one -> place.add(new Paragraph(Texts.of("deviation", one))));
        place.add(new Paragraph(Texts.text("proxy.leaves")));
        reason.setVisible(true);
        confirm.setText(Texts.text("proxy.propose.verb"));
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
        return !reason.isVisible() || !reason.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.approve(reason.isVisible() ? reason.getValue().strip() : null);
    }

    @Override
    protected void done(ProxyRequest answer) {
        if (answer.proposed() != null) {
            Told.done(Texts.text("proxy.propose.done"));
            return;
        }
        super.done(answer);
        if (answer.activationCode() != null) {
            new HandOverDialog(answer, answer.activationCode()).open();
        }
    }
}
