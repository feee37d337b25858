package org.portaldesk.console.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyApi;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.policy.PolicyRules.Clocks;
import org.portaldesk.contract.policy.PolicyRules.Mode;
import org.portaldesk.contract.proxy.AccessClass;

/** A new policy, begun as a copy of another; it counts once somebody else has approved it. */
final class ProposeDialog extends ActDialog<AccessPolicy> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_NAME = 100;
    private static final int LEAST_HOURS = 24;
    private static final int MOST_HOURS = 240;
    private static final int MOST_DAYS = 30;

    final TextField name = Typed.field("policies.name");
    final DayField from = new DayField(Texts.text("policies.from"));
    final List<BandRow> rows = new ArrayList<>();
    final IntegerField minorDays = new IntegerField(Texts.text("policies.minorDays"));
    final IntegerField target = new IntegerField(Texts.text("policies.target"));
    final IntegerField limit = new IntegerField(Texts.text("policies.limit"));
    final Select<Mode> mode = new Select<>();
    private final Div bands = new Div();
    private final transient PoliciesState state;
    private final transient PolicyRules copied;

    ProposeDialog(PoliciesState state, AccessPolicy pattern) {
        super(
                state.propose(),
                Texts.text("policies.propose.title"),
                Texts.text("policies.propose.verb"),
                "policies.propose.done");
        this.state = state;
        this.copied = pattern.rules();
        setWidth("54rem");
        setCloseOnOutsideClick(false);
        addClassName("policy-dialog");
        prepareHead(pattern);
        prepareClocks(copied.clocks());
        copied.ageBands().forEach(this::addRow);
        var add = new Button(Texts.text("policies.band.add"), Glyph.PLUS.icon(), _ -> addBand());
        bands.addClassName("band-rows");
        var head = new Div(name, from);
        head.addClassName("field-grid");
        var clocks = new Div(minorDays, target, limit, mode);
        clocks.addClassName("field-grid");
        fill(
                new Paragraph(Texts.text("policies.propose.text", pattern.name())),
                head,
                new H3(Texts.text("policies.bands")),
                bands,
                add,
                new H3(Texts.text("policies.clocks")),
                clocks);
    }

    private void prepareHead(AccessPolicy pattern) {
        name.setMaxLength(MAX_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setPlaceholder(pattern.name());
        name.addValueChangeListener(_ -> update());
        from.setMin(LocalDate.now(Formats.current().zone()).plusDays(1));
        from.setHelperText(Texts.text("policies.from.help"));
        from.addValueChangeListener(_ -> update());
    }

    private void prepareClocks(Clocks clocks) {
        minorDays.setMin(1);
        minorDays.setMax(MOST_DAYS);
        minorDays.setValue(clocks.minorBusinessDays());
        target.setValue(clocks.adultTargetHours());
        limit.setValue(clocks.adultLimitHours());
        for (var hours : List.of(target, limit)) {
            hours.setMin(LEAST_HOURS);
            hours.setMax(MOST_HOURS);
        }
        for (var number : List.of(minorDays, target, limit)) {
            number.addValueChangeListener(_ -> update());
        }
        mode.setLabel(Texts.text("policies.mode"));
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(one -> Texts.of("policies.mode", one));
        mode.setValue(clocks.adultMode());
    }

    private void addRow(AgeBand band) {
        var places = new BandRow[1];
        var row =
                new BandRow(
                        band,
                        this::update,
                        () -> {
                            rows.remove(places[0]);
                            bands.remove(places[0]);
                            update();
                        });
        places[0] = row;
        rows.add(row);
        bands.add(row);
    }

    private void addBand() {
        var last = rows.isEmpty() ? null : rows.getLast().begins();
        addRow(
                new AgeBand(
                        last == null ? 0 : last + 1,
                        null,
                        true,
                        AccessClass.NONE,
                        Map.of(),
                        false));
        rows.getLast().from.focus();
        update();
    }

    @Override
    public void open() {
        super.open();
        Focus.on(name);
    }

    @Override
    protected boolean ready() {
        return !name.getValue().isBlank()
                && from.getValue() != null
                && !from.isInvalid()
                && bandsRise()
                && target.getValue() != null
                && limit.getValue() != null
                && minorDays.getValue() != null
                && target.getValue() <= limit.getValue();
    }

    private boolean bandsRise() {
        @Nullable Integer before = null;
        for (var row : rows) {
            var begins = row.begins();
            if (begins == null || (before == null ? begins != 0 : begins <= before)) {
                return false;
            }
            before = begins;
        }
        return before != null;
    }

    @Override
    protected void start() {
        state.propose(
                new PolicyApi.Propose(
                        name.getValue().strip(),
                        from.getValue(),
                        new PolicyRules(
                                ageBands(),
                                copied.adultAreas(),
                                copied.sensitiveTags(),
                                new Clocks(
                                        minorDays.getValue(),
                                        mode.getValue(),
                                        target.getValue(),
                                        limit.getValue(),
                                        copied.clocks().pausedBy()),
                                copied.calendar())));
    }

    private List<AgeBand> ageBands() {
        var all = new ArrayList<AgeBand>();
        for (int at = 0; at < rows.size(); at++) {
            var next = at + 1 < rows.size() ? rows.get(at + 1).begins() : null;
            all.add(rows.get(at).band(next == null ? null : next - 1));
        }
        return all;
    }
}
