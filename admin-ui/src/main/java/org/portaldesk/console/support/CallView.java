package org.portaldesk.console.support;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Ticker;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.identity.Permission;

/**
 * One call: who calls, the script, what may follow, and the note; beside it the account. Everything
 * goes by keyboard alone.
 */
@Route("support/:" + CallView.ID)
@Requires(Permission.VERIFY_CALLERS)
class CallView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String ID = "id";

    final AccountPanel account;
    final CallsPanel calls;
    final NotePanel note;
    final Div place = new Div();
    private final transient CallState state;
    private final transient WindowState window;
    private final boolean mayAsk;
    private @Nullable Part part;
    private boolean leaves;

    CallView(
            CallState state,
            WindowState window,
            AccountPanel account,
            CallsPanel calls,
            Staff staff) {
        this.state = state;
        this.window = window;
        this.account = account;
        this.calls = calls;
        this.note = new NotePanel(state, this::leave);
        this.mayAsk = staff.may(Permission.REQUEST_VERIFICATION_OVERRIDE);
        addClassNames("screen", "call");
        var script =
                new Panel(Texts.text("call.title"), place, new DoneList(window)).withActs(clock());
        var right = new Div(account, calls);
        right.addClassName("column-side");
        var left = new Div(script, note);
        left.addClassName("column-main");
        var columns = new Div(left, right);
        columns.addClassName("columns");
        add(banner(), columns);
        addShortcuts();
        Signal.effect(this, () -> turn(state.stage().get()));
        Signal.effect(this, () -> suggest(window.done().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = id(event);
        state.open(id);
        window.open(id, after -> account.show(id, after));
        account.openInCall(id);
        calls.open(id);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (leaves) {
            return;
        }
        if (state.stage().peek() instanceof Stage.Asking) {
            var onward = event.postpone();
            var dialog = new GiveUpDialog(state);
            dialog.addOpenedChangeListener(
                    change -> {
                        if (!change.isOpened()) {
                            // Given up or not: the note is written here.
                            onward.cancel();
                        }
                    });
            dialog.open();
        } else if (state.owesNote()) {
            var onward = event.postpone();
            new NoNoteDialog(
                            () -> {
                                leaves = true;
                                onward.proceed();
                            },
                            onward::cancel)
                    .open();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        state.close();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("call.pageTitle");
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get(ID).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private Div banner() {
        var banner =
                new LoadablePanel<>(state.patient().signal(), CallBanner::new, state::reload, 1);
        var place = new Div(banner);
        place.addClassName("banner-place");
        return place;
    }

    private Div clock() {
        var clock = new Div(new Span(Texts.text("call.clock")), Ticker.since(state.begunAt()));
        clock.addClassName("window-clock");
        return clock;
    }

    private void addShortcuts() {
        Shortcut.NEXT_STEP.on(this, this::next);
        Shortcut.GIVE_UP.on(this, this::giveUp);
        Shortcut.SKIP_STEP.on(this, () -> script(ScriptPart::skip));
        Shortcut.SEND_CODE.on(this, () -> script(ScriptPart::sendCode));
        Shortcut.COMPARE.on(this, () -> script(ScriptPart::compare));
        Shortcut.VERIFY_AGAIN.on(this, this::again);
        Shortcut.CALL_NOTE.on(this, note::begin);
        Shortcut.NEXT_CALL.on(this, this::leave);
        for (var act : AccountAct.values()) {
            WindowPart.shortcut(act).on(this, () -> press(act));
        }
    }

    private void next() {
        if (part != null) {
            part.next();
        }
    }

    private void giveUp() {
        switch (state.stage().peek()) {
            case Stage.Asking(_) -> script(ScriptPart::giveUp);
            case Stage.Greeting(), Stage.Held() -> leave();
            case Stage.Passed(_), Stage.Closed(), Stage.Failed(_), Stage.GivenUp() -> {}
        }
    }

    private void again() {
        switch (state.stage().peek()) {
            case Stage.Closed(), Stage.GivenUp(), Stage.Held() -> state.again();
            case Stage.Failed(var left) -> {
                if (left > 0) {
                    state.again();
                }
            }
            case Stage.Greeting(), Stage.Asking(_), Stage.Passed(_) -> {}
        }
    }

    private void script(SerializableConsumer<ScriptPart> act) {
        if (part instanceof ScriptPart script) {
            act.accept(script);
        }
    }

    private void press(AccountAct act) {
        if (part instanceof WindowPart open) {
            open.press(act);
        }
    }

    private void leave() {
        getUI().ifPresent(SupportNavigation::search);
    }

    private void suggest(List<WindowState.Done> done) {
        if (!done.isEmpty()) {
            note.suggest(done.getLast().reason());
        }
    }

    /** The script stays the same part from question to question; all else comes anew. */
    private void turn(Stage stage) {
        if (stage instanceof Stage.Asking && part instanceof ScriptPart) {
            return;
        }
        var now = part(stage);
        part = now;
        place.removeAll();
        place.add(now);
        now.begin();
    }

    private Part part(Stage stage) {
        return switch (stage) {
            case Stage.Greeting() -> new GreetingPart(state);
            case Stage.Asking(var script) -> new ScriptPart(state, script);
            case Stage.Passed(var conclusion) ->
                    new WindowPart(window, conclusion, account, note::advance);
            case Stage.Closed() -> EndPart.closed(state, note::advance);
            case Stage.Failed(var left) -> EndPart.failed(state, left, mayAsk, note::advance);
            case Stage.GivenUp() -> EndPart.givenUp(state, note::advance);
            case Stage.Held() -> EndPart.held(state, mayAsk, note::advance);
        };
    }
}
