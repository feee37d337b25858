package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import org.portaldesk.console.audit.ProofState.Proven;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.FileHandler;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.SignedNote;

/** Proves on asking that an event is in the record: as a fact, and as a file for an auditor. */
final class ProofPart extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    final Button prove;
    private final Div place = new Div();
    private final transient ProofState state;
    private final transient AuditEvent event;

    ProofPart(ProofState state, AuditEvent event) {
        this.state = state;
        this.event = event;
        prove = new Button(Texts.text("proof.verb"), _ -> state.prove(event));
        prove.setSuffixComponent(Shortcut.PROVE_EVENT.hint());
        Shortcut.PROVE_EVENT.on(this, () -> state.prove(event));
        place.getElement().setAttribute("role", "status");
        getContent().withActs(prove);
        getContent().add(place);
        Signal.effect(this, () -> follow(state.proof().signal().get()));
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("proof.title"));
    }

    private void follow(Act.State<Proven> now) {
        prove.setEnabled(!(now instanceof Act.State.Running<Proven>));
        place.removeAll();
        place.add(
                switch (now) {
                    case Act.State.Idle<Proven>() -> secondary("proof.text");
                    case Act.State.Running<Proven>() -> secondary("proof.runs");
                    case Act.State.Failed<Proven>(var failure) -> failed(failure);
                    case Act.State.Done<Proven>(var proven) ->
                            isMine(proven) ? done(proven) : secondary("proof.text");
                });
    }

    private static Component secondary(String key) {
        var words = new Paragraph(Texts.text(key));
        words.addClassName("secondary");
        return words;
    }

    /** What is not sealed yet has no proof; that takes a moment. */
    private Component failed(ApiFailure failure) {
        return failure instanceof ApiFailure.Refused refused
                        && refused.code() == ProblemCode.NOT_FOUND
                ? new StatusBadge(Tone.WATCH, Texts.text("proof.notYet"))
                : new FailureNotice(failure, () -> state.prove(event));
    }

    /** A proof that comes late may be that of the event that was looked at before. */
    private boolean isMine(Proven proven) {
        return proven.proof().id().equals(event.id());
    }

    private Component done(Proven proven) {
        var told = new Div(verdict(proven), facts(proven), file(proven));
        told.addClassName("proof");
        return told;
    }

    private static Component verdict(Proven proven) {
        var badge =
                switch (proven.verdict()) {
                    case HOLDS -> new StatusBadge(Tone.GOOD, Texts.text("proof.holds"));
                    case OTHER_EVENT -> new StatusBadge(Tone.DANGER, Texts.text("proof.other"));
                    case BROKEN -> new StatusBadge(Tone.DANGER, Texts.text("proof.broken"));
                };
        badge.addClassName("wraps");
        return badge;
    }

    private static Facts facts(Proven proven) {
        var proof = proven.proof();
        var facts =
                new Facts()
                        .with(Texts.text("proof.checkpoint"), checkpoint(proven))
                        .with(
                                Texts.text("proof.place"),
                                Texts.text("proof.place.of", proof.index() + 1, proof.count()));
        SignedNote.read(proof.note())
                .ifPresent(
                        last ->
                                facts.with(
                                        Texts.text("proof.signed"),
                                        Texts.text("proof.signed.of", last.number(), key(proven))));
        return facts;
    }

    private static String checkpoint(Proven proven) {
        return Texts.text(
                "seal.last.of",
                proven.proof().checkpoint(),
                SignedNote.read(proven.proof().batch())
                        .map(Checkpoint::time)
                        .map(Formats.current()::full)
                        .orElse(""));
    }

    /** The name and the fingerprint of the key; the rest of it is long. */
    private static String key(Proven proven) {
        var key = proven.verifierKey();
        return key.substring(0, Math.max(0, key.lastIndexOf('+')));
    }

    private Anchor file(Proven proven) {
        var link = new Anchor();
        link.setText(Texts.text("proof.file"));
        link.setHref(
                (DownloadHandler)
                        FileHandler.json(
                                Texts.text("proof.file.name", event.id()),
                                () -> Optional.of(proven.file())));
        link.getElement().setAttribute("download", true);
        link.addClassName("primary-link");
        return link;
    }
}
