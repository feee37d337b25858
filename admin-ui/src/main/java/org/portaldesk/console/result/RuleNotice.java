package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.regex.Pattern;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;

/** A failure; where rules stand against the act, each in words with its citation. */
final class RuleNotice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** As the API names a rule: {@code RULE: words (citation)}. */
    private static final Pattern RULE = Pattern.compile("([A-Z_]+): .* \\((.+)\\)");

    RuleNotice(ApiFailure failure) {
        getContent().add(new FailureNotice(failure, null));
        if (failure instanceof ApiFailure.Refused(var problem)
                && problem.code() == ProblemCode.AGAINST_RULE
                && problem.errors() != null) {
            var rules = new UnorderedList();
            problem.errors().forEach(error -> rules.add(new ListItem(words(error))));
            getContent().add(rules);
        }
    }

    private static String words(FieldError error) {
        var rule = RULE.matcher(error.message());
        return rule.matches()
                ? Texts.ofWord("rule", rule.group(1)) + " (" + rule.group(2) + ")"
                : error.field();
    }
}
