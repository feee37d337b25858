package org.portaldesk.api.intake;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.result.model.FeedObservation;
import org.portaldesk.api.result.model.FeedObservation.Component;
import org.portaldesk.api.result.model.FeedObservation.Value;
import org.portaldesk.api.result.model.FeedReport;

/** Reads from FHIR reports and observations what staff need. */
final class ResultMapping {

    private static final int MOST_PARTS = 1000;
    private static final int MOST_DIGITS = 40;

    private final ZoneId zone;

    ResultMapping(ZoneId zone) {
        this.zone = zone;
    }

    FeedReport read(DiagnosticReport report) {
        if (!report.hasStatus()) {
            throw new Rejection.Signal("status", "is missing");
        }
        var code = Elements.coding(report.getCode());
        return new FeedReport(
                Elements.id(report),
                Elements.patient(report.getSubject()),
                report.getStatus().toCode(),
                Texts.line("category", Elements.coding(report.getCategoryFirstRep()).getCode()),
                Texts.line("code.coding.system", code.getSystem()),
                Texts.line("code.coding.code", code.getCode()),
                Elements.title(report.getCode()),
                Elements.effective(report.getEffective(), zone),
                Elements.instant(report.getIssuedElement(), zone),
                Texts.line("performer", report.getPerformerFirstRep().getDisplay()),
                Texts.prose("conclusion", report.getConclusion()),
                observations("result", report.getResult()),
                Elements.codes("code", codes(report).toList()),
                Elements.codes("category", report.getCategory()),
                performers(report),
                words(report));
    }

    FeedObservation read(Observation observation) {
        if (!observation.hasStatus()) {
            throw new Rejection.Signal("status", "is missing");
        }
        var code = Elements.coding(observation.getCode());
        return new FeedObservation(
                Elements.id(observation),
                Elements.patient(observation.getSubject()),
                observation.getStatus().toCode(),
                Texts.line("code.coding.system", code.getSystem()),
                Texts.line("code.coding.code", code.getCode()),
                Elements.title(observation.getCode()),
                Elements.effective(observation.getEffective(), zone),
                value(observation.getValue(), observation.getDataAbsentReason()),
                components(observation.getComponent()),
                Elements.codes("code", codes(observation).toList()),
                observations("hasMember", observation.getHasMember()),
                Elements.codes("category", observation.getCategory()),
                Elements.names(observation.getPerformer()),
                words(observation).distinct().toList());
    }

    /** Of the report, and of observations that lie in it and are stored nowhere else. */
    private static Stream<CodeableConcept> codes(DiagnosticReport report) {
        return Stream.concat(
                Stream.of(report.getCode()), contained(report).flatMap(ResultMapping::codes));
    }

    private static Stream<CodeableConcept> codes(Observation observation) {
        return Stream.of(
                        Stream.of(observation.getCode()),
                        observation.getComponent().stream().map(part -> part.getCode()),
                        contained(observation).flatMap(ResultMapping::codes))
                .flatMap(codes -> codes);
    }

    private static Stream<Observation> contained(DomainResource resource) {
        return resource.getContained().stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast);
    }

    /** What is said in words, beside what people are shown. */
    private static List<String> words(DiagnosticReport report) {
        var own = Stream.of(Stream.of(report.getCode()), report.getConclusionCode().stream());
        return Stream.concat(
                        Elements.words(own.flatMap(concepts -> concepts)),
                        contained(report).flatMap(ResultMapping::words))
                .distinct()
                .toList();
    }

    private static Stream<String> words(Observation observation) {
        var parts = observation.getComponent().stream();
        var concepts =
                Stream.of(
                                codes(observation),
                                observation.getInterpretation().stream(),
                                Stream.of(observation.getMethod(), observation.getBodySite()),
                                concept(observation.getValue()),
                                parts.flatMap(part -> concept(part.getValue())))
                        .flatMap(some -> some);
        var notes = observation.getNote().stream().map(Annotation::getText);
        return Stream.of(
                        Elements.words(concepts),
                        notes.filter(Objects::nonNull).map(Texts::searched),
                        said(observation.getValue()),
                        contained(observation).flatMap(ResultMapping::words))
                .flatMap(some -> some);
    }

    private static Stream<CodeableConcept> concept(@Nullable Type value) {
        return value instanceof CodeableConcept concept ? Stream.of(concept) : Stream.empty();
    }

    private static Stream<String> said(@Nullable Type value) {
        return value instanceof StringType text && text.hasValue()
                ? Stream.of(Texts.searched(text.getValue()))
                : Stream.empty();
    }

    private static List<String> performers(DiagnosticReport report) {
        within("performer", report.getPerformer());
        return report.getPerformer().stream()
                .map(performer -> Texts.line("performer", performer.getDisplay()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> observations(String element, List<Reference> parts) {
        within(element, parts);
        return parts.stream()
                .map(part -> part.getReferenceElement())
                .filter(part -> !part.isLocal())
                .map(part -> Elements.id(element, part.getIdPart()))
                .toList();
    }

    private static List<Component> components(List<ObservationComponentComponent> parts) {
        within("component", parts);
        return parts.stream()
                .map(
                        part ->
                                new Component(
                                        Texts.line(
                                                "component.code",
                                                Elements.coding(part.getCode()).getCode()),
                                        Elements.title(part.getCode()),
                                        value(part.getValue(), part.getDataAbsentReason())))
                .toList();
    }

    private static void within(String element, List<?> parts) {
        if (parts.size() > MOST_PARTS) {
            throw new Rejection.Signal(element, "is there more than 1000 times");
        }
    }

    private static Value value(@Nullable Type value, CodeableConcept absent) {
        return switch (value) {
            case Quantity quantity -> quantity(quantity);
            case CodeableConcept concept -> text(concept);
            case Range range -> text(number(range.getLow()) + " – " + number(range.getHigh()));
            case Ratio ratio ->
                    text(number(ratio.getNumerator()) + " : " + number(ratio.getDenominator()));
            case PrimitiveType<?> primitive -> text(primitive.getValueAsString());
            case null, default -> absent.isEmpty() ? Value.NONE : text(absent);
        };
    }

    /** A bound such as {@code < 0.5} is a text: it is no number to reckon with. */
    private static Value quantity(Quantity quantity) {
        var unit =
                Texts.line(
                        "value.unit", quantity.hasUnit() ? quantity.getUnit() : quantity.getCode());
        return quantity.hasComparator()
                ? new Value(null, unit, quantity.getComparator().toCode() + " " + number(quantity))
                : new Value(fit(quantity.getValue()), unit, null);
    }

    private static @Nullable BigDecimal fit(@Nullable BigDecimal number) {
        if (number != null
                && (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS)) {
            throw new Rejection.Signal("value", "is a number of more than 40 digits");
        }
        return number;
    }

    private static String number(Quantity quantity) {
        var number = fit(quantity.getValue());
        return number == null ? "" : number.toPlainString();
    }

    private static Value text(CodeableConcept concept) {
        var coding = Elements.coding(concept);
        var fallback = coding.hasDisplay() ? coding.getDisplay() : coding.getCode();
        return text(concept.hasText() ? concept.getText() : fallback);
    }

    private static Value text(@Nullable String text) {
        var prose = Texts.prose("value", text);
        return prose == null ? Value.NONE : new Value(null, null, prose);
    }
}
