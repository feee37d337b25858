package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Paper;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyRequest;

/** What each document of a request is, and how long it carries; says which one is needed. */
final class PapersField extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final List<Select<PaperType>> types = new ArrayList<>();
    private final transient ProxyReviewState state;

    PapersField(ProxyReviewState state, ProxyRequest request) {
        this.state = state;
        getContent().addClassName("papers");
        var needed = PaperType.neededFor(request.relationship());
        if (!needed.isEmpty()) {
            var words =
                    new Paragraph(
                            Texts.text(
                                    "papers.needed",
                                    Texts.of("relation", request.relationship()),
                                    needed.stream()
                                            .map(one -> Texts.of("paper", one))
                                            .collect(Collectors.joining(", "))));
            words.addClassName("secondary");
            getContent().add(words);
        }
        for (int number = 1; number <= request.documents().size(); number++) {
            getContent().add(row(request.documents().get(number - 1), number));
        }
    }

    private Div row(ProxyRequest.Document document, int number) {
        var type = new Select<PaperType>();
        type.setLabel(Texts.text("papers.type", number, document.pages()));
        type.setItems(PaperType.values());
        type.setItemLabelGenerator(one -> Texts.of("paper", one));
        type.setPlaceholder(Texts.text("papers.choose"));
        var end = new DayField(Texts.text("papers.end"));
        var known = state.draft().peek().papers().get(document.id());
        if (known != null) {
            type.setValue(known.type());
            end.setValue(known.endsOn());
        }
        Runnable name =
                () -> {
                    if (type.getValue() != null) {
                        var paper = new Paper(document.id(), type.getValue(), end.getValue());
                        state.change(now -> now.name(paper));
                    }
                };
        type.addValueChangeListener(_ -> name.run());
        end.addValueChangeListener(_ -> name.run());
        types.add(type);
        var row = new Div(type, end);
        row.addClassName("field-grid");
        return row;
    }
}
