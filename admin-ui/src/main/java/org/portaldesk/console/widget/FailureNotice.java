package org.portaldesk.console.widget;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;

/** Says, where the answer would stand, why there is none, and offers what helps. */
public final class FailureNotice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** Where whoever was shown very many patients says why. */
    public static final String READING_REASON = "reading-reason";

    /**
     * @param retry what asks again; {@code null} where asking again cannot help
     */
    public FailureNotice(ApiFailure failure, @Nullable Runnable retry) {
        getContent().addClassName("notice");
        getContent().getElement().setAttribute("role", "alert");
        getContent().add(Glyph.ALERT.icon(), words(failure));
        switch (failure) {
            case ApiFailure.SignedOut() -> getContent().add(signInAgain());
            case ApiFailure.Away(_), ApiFailure.Broken(_) -> addRetry(retry);
            case ApiFailure.Refused(var problem) -> addWayOn(problem);
        }
    }

    private static Div words(ApiFailure failure) {
        var words = new Div(new Paragraph(FailureText.of(failure)));
        var requestId = FailureText.requestId(failure);
        if (!requestId.isEmpty()) {
            var reference = new Span(Texts.text("failure.reference", requestId));
            reference.addClassName("secondary");
            words.add(reference);
        }
        return words;
    }

    private void addRetry(@Nullable Runnable retry) {
        if (retry != null) {
            getContent().add(new Button(Texts.text("failure.retry"), _ -> retry.run()));
        }
    }

    private void addWayOn(Problem problem) {
        if (problem.code() == ProblemCode.READING_REASON_NEEDED) {
            getContent().add(new Anchor(READING_REASON, Texts.text("failure.sayWhy")));
        }
        addWayToGlass(problem.patientId());
    }

    /** A restricted record opens on the patient's page, from wherever it was met. */
    private void addWayToGlass(@Nullable UUID patient) {
        if (patient != null) {
            getContent().add(new Anchor("patients/" + patient, Texts.text("failure.openPatient")));
        }
    }

    private static Anchor signInAgain() {
        var link = new Anchor("", Texts.text("failure.signInAgain"));
        // The whole page anew: only that leads through Keycloak.
        link.setRouterIgnore(true);
        return link;
    }
}
