package org.portaldesk.api.privacy.web;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.AccessReports;
import org.portaldesk.api.privacy.model.ReportEntry;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.api.privacy.model.ReportSnapshot;
import org.portaldesk.api.privacy.model.ReportWords;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.privacy.AccessReportApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AccessReportController implements AccessReportApi {

    /** A document from our address must not act as a page of ours, whatever opens it. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final AccessReports reports;

    AccessReportController(AccessReports reports) {
        this.reports = reports;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<AccessReport> create(UUID patientId, @Nullable Wish wish) {
        return made(patientId, wish).map(AccessReportController::answer);
    }

    @Override
    public Mono<ResponseEntity<byte[]>> createPdf(UUID patientId, @Nullable Wish wish) {
        return made(patientId, wish)
                .flatMap(
                        report ->
                                reports.drawn(report)
                                        .map(
                                                document ->
                                                        attached(
                                                                ResponseEntity.created(
                                                                        URI.create(
                                                                                path(report.id()))),
                                                                document,
                                                                report.id())));
    }

    private Mono<ReportSnapshot> made(UUID patientId, @Nullable Wish wish) {
        var wanted = Objects.requireNonNullElse(wish, Wish.EVERYTHING);
        if (!new ReportPeriod(wanted.from(), wanted.to()).holdsTime()) {
            throw ProblemException.invalid("to", "must be later than from");
        }
        return Caller.current()
                .flatMap(caller -> reports.create(caller, patientId, wanted))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(made -> made.orElseThrow(AccessReportController::tooMany));
    }

    @Override
    public Mono<ResponseEntity<byte[]>> pdf(UUID id) {
        return Caller.current()
                .flatMap(caller -> reports.pdf(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(document -> attached(ResponseEntity.ok(), document, id));
    }

    private static ResponseEntity<byte[]> attached(
            ResponseEntity.BodyBuilder answer, byte[] document, UUID id) {
        var name = "access-report-" + id + ".pdf";
        return answer.contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("Content-Security-Policy", SANDBOX)
                .body(document);
    }

    private static String path(UUID id) {
        return "/api/access-reports/" + id + "/pdf";
    }

    private static AccessReport answer(ReportSnapshot report) {
        var words = ReportWords.in(report.language());
        return new AccessReport(
                report.id(),
                report.patientId(),
                report.language().tag(),
                report.generatedAt(),
                report.from(),
                report.to(),
                report.entries().stream().map(entry -> answer(entry, words)).toList(),
                path(report.id()));
    }

    private static AccessReport.Entry answer(ReportEntry entry, ReportWords words) {
        return new AccessReport.Entry(
                entry.at(),
                words.who(entry),
                entry.kind(),
                words.what(entry.act()),
                entry.outcome());
    }

    private static ProblemException tooMany() {
        return ProblemException.of(
                ProblemCode.AGAINST_RULE,
                "The record holds too much for one report: choose a shorter period.");
    }
}
