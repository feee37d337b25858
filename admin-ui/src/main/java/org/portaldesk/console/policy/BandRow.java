package org.portaldesk.console.policy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.Command;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;

/**
 * One band in the editor. Only where it begins is asked: it ends where the next one begins, so
 * there can be neither gap nor overlap.
 */
final class BandRow extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int OLDEST = 120;

    final IntegerField from = new IntegerField(Texts.text("policies.band.from"));
    final Select<AccessClass> access = new Select<>();
    final Checkbox ownAccount = new Checkbox(Texts.text("policies.band.ownAccount"));
    final Checkbox assent = new Checkbox(Texts.text("policies.band.assent"));
    private final Map<Area, Select<AreaAccess>> areas = new EnumMap<>(Area.class);

    /**
     * @param changed hears of each change
     * @param remove takes it away
     */
    BandRow(AgeBand band, Command changed, Command remove) {
        getContent().addClassName("band-row");
        from.setMin(0);
        from.setMax(OLDEST);
        from.setStepButtonsVisible(true);
        from.setValue(band.fromAge());
        from.setEnabled(band.fromAge() > 0);
        from.addValueChangeListener(_ -> changed.execute());
        access.setLabel(Texts.text("policies.band.class"));
        access.setItems(AccessClass.MINOR_FULL, AccessClass.MINOR_LIMITED, AccessClass.NONE);
        access.setItemLabelGenerator(one -> Texts.of("access", one));
        access.setValue(band.parentalClass());
        access.addValueChangeListener(_ -> changed.execute());
        ownAccount.setValue(band.ownAccount());
        assent.setValue(band.assentForFull());
        var delete = new Button(Glyph.CROSS.icon(), _ -> remove.execute());
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel(Texts.text("policies.band.remove", BandsPicture.ages(band)));
        delete.setVisible(band.fromAge() > 0);
        var grid = new Div();
        grid.addClassName("areas");
        for (var area : Area.values()) {
            grid.add(area(area, band.areas().getOrDefault(area, AreaAccess.NONE)));
        }
        var details = new Details(new Span(Texts.text("policies.band.areas")), grid);
        getContent().add(from, access, new Div(ownAccount, assent), delete, details);
    }

    private Select<AreaAccess> area(Area area, AreaAccess value) {
        var field = new Select<AreaAccess>();
        field.setLabel(Texts.of("area", area));
        field.setItems(AreaAccess.values());
        field.setItemLabelGenerator(one -> Texts.of("level", one));
        field.setValue(value);
        areas.put(area, field);
        return field;
    }

    /** Where it begins; nothing while that is no age. */
    @Nullable Integer begins() {
        return from.isInvalid() ? null : from.getValue();
    }

    /**
     * @param to the last age of it; nothing for the oldest
     */
    AgeBand band(@Nullable Integer to) {
        var given = new EnumMap<Area, AreaAccess>(Area.class);
        if (access.getValue() != AccessClass.NONE) {
            areas.forEach(
                    (area, field) -> {
                        if (field.getValue() != AreaAccess.NONE) {
                            given.put(area, field.getValue());
                        }
                    });
        }
        var begins = begins();
        return new AgeBand(
                begins == null ? 0 : begins,
                to,
                ownAccount.getValue(),
                access.getValue(),
                given,
                assent.getValue());
    }
}
