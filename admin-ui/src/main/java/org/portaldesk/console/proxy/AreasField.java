package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Giving less than the rule allows, area by area: what the form says, or a court. */
final class AreasField extends Composite<Details> {

    private static final long serialVersionUID = 1L;

    AreasField(ProxyReviewState state, ProxyRequest request) {
        var grid = new Div();
        grid.addClassName("areas");
        for (var area : Area.values()) {
            var most = request.areas().getOrDefault(area, AreaAccess.NONE);
            if (most != AreaAccess.NONE) {
                grid.add(field(state, area, most));
            }
        }
        getContent().setSummaryText(Texts.text("areas.less"));
        getContent().add(grid);
        getContent().setVisible(grid.getComponentCount() > 0);
    }

    private static Select<AreaAccess> field(ProxyReviewState state, Area area, AreaAccess most) {
        var field = new Select<AreaAccess>();
        field.setLabel(Texts.of("area", area));
        field.setItems(
                Arrays.stream(AreaAccess.values())
                        .filter(one -> one.compareTo(most) <= 0)
                        .toList());
        field.setItemLabelGenerator(one -> Texts.of("level", one));
        field.setValue(state.draft().peek().areas().getOrDefault(area, most));
        field.addValueChangeListener(
                change -> state.change(now -> now.give(area, change.getValue())));
        return field;
    }
}
