package org.portaldesk.api.audit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.identity.StaffRole;

class HistoryActsTest {

    /**
     * What the history leaves out for everybody: looks, and what the feed brings by the hundred.
     */
    private static final Pattern NO_ACT =
            Pattern.compile(
                    ".*_(READ|SEARCHED|LISTED)|(OBSERVATION|RESULT)_(CREATED|CHANGED)|OTHER");

    /**
     * Decided one by one: investigations, restrictions, the record itself, and acts of no patient.
     */
    private static final Set<String> PRIVACY_ALONE =
            Set.of(
                    "ACCESS",
                    "ACCESS_REPORT_CREATED",
                    "AUDIT_EXPORTED",
                    "AUDIT_PROVED",
                    "AUDIT_SEARCH_REMOVED",
                    "AUDIT_SEARCH_SAVED",
                    "AUDIT_VERIFIED",
                    "CLINICIAN_ADDED",
                    "CLINICIAN_CHANGED",
                    "CLINICIAN_ENDED",
                    "CODE_REQUEST_ASKED",
                    "CODE_REQUEST_CLAIMED",
                    "CODE_REQUEST_JUNK_REMOVED",
                    "CODE_REQUEST_RELEASED",
                    "CODE_REQUEST_RESUMED",
                    "CODE_REQUEST_SUBMITTED",
                    "DISCLOSURE_CASE_CLOSED",
                    "DISCLOSURE_CASE_OPENED",
                    "GLASS_BROKEN",
                    "POLICY_APPROVED",
                    "POLICY_DECLINED",
                    "POLICY_KEPT",
                    "POLICY_PROPOSED",
                    "POLICY_SIMULATED",
                    "POLICY_WITHDRAWAL_ASKED",
                    "POLICY_WITHDRAWN",
                    "READING_EXPLAINED",
                    "RECORD_RESTRICTED",
                    "RECORD_WITHHELD",
                    "RELEASE_CHANGE_APPROVED",
                    "RELEASE_CHANGE_DECLINED",
                    "RELEASE_CHANGE_PROPOSED",
                    "RESTRICTION_LIFTED",
                    "RESULTS_BULK_CANCELLED",
                    "RESULTS_BULK_ENDED",
                    "RESULTS_BULK_FAILED",
                    "RESULTS_BULK_RETRIED",
                    "RESULTS_BULK_STARTED",
                    "STAFF_LOCK_RELEASED",
                    "TAKEOVER_CASE_CLOSED",
                    "TAKEOVER_CASE_OPENED",
                    "WATCH_CASE_CLOSED",
                    "WATCH_CASE_OPENED");

    @Test
    void ofEachActItIsDecidedWhoIsShownIt() throws IOException {
        var shown =
                Objects.requireNonNull(
                        HistoryActs.shownTo(EnumSet.complementOf(EnumSet.of(PRIVACY_OFFICER))));
        assertThat(acts())
                .allSatisfy(
                        act ->
                                assertThat(shown.contains(act))
                                        .as(act)
                                        .isNotEqualTo(PRIVACY_ALONE.contains(act)));
    }

    @Test
    void thePrivacyOfficerIsShownAll() {
        assertThat(HistoryActs.shownTo(Set.of(PRIVACY_OFFICER, HIM_STAFF))).isNull();
    }

    @Test
    void whoMaySeeNoResultsIsNotToldWhatWasDoneWithThem() {
        for (var role : new StaffRole[] {HIM_STAFF, SUPPORT_AGENT}) {
            assertThat(HistoryActs.shownTo(Set.of(role)))
                    .isNotEmpty()
                    .noneMatch(act -> act.startsWith("RESULT") || act.startsWith("PROXY_BLOCK"));
        }
        assertThat(HistoryActs.shownTo(Set.of(ROI_REVIEWER)))
                .contains("RESULT_HELD", "PROXY_BLOCKED");
    }

    private static Set<String> acts() throws IOException {
        var words = new Properties();
        try (var file =
                HistoryActsTest.class.getResourceAsStream("/notice/report/v1/en.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("act."))
                .map(key -> key.substring("act.".length()))
                .filter(act -> !NO_ACT.matcher(act).matches())
                .collect(Collectors.toSet());
    }
}
