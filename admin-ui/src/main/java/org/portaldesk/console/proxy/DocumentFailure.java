package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;

/** Why a request or its pages were not taken; of a file, what is wrong with it and what helps. */
final class DocumentFailure extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DocumentFailure(ApiFailure failure) {
        getContent().add(new FailureNotice(failure, null));
        if (failure instanceof ApiFailure.Refused(Problem problem)
                && problem.code() == ProblemCode.DOCUMENT_REFUSED
                && problem.errors() != null) {
            problem.errors()
                    .forEach(
                            error ->
                                    getContent()
                                            .add(
                                                    new Paragraph(
                                                            Texts.ofWord(
                                                                    "document", error.message()))));
        }
    }
}
