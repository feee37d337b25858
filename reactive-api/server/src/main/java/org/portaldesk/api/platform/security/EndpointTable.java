package org.portaldesk.api.platform.security;

import static org.portaldesk.contract.identity.Permission.APPROVE_PROXY_REQUESTS;
import static org.portaldesk.contract.identity.Permission.BLOCK_PROXIES;
import static org.portaldesk.contract.identity.Permission.BREAK_GLASS;
import static org.portaldesk.contract.identity.Permission.BULK_RESULTS;
import static org.portaldesk.contract.identity.Permission.CLOSE_CASES;
import static org.portaldesk.contract.identity.Permission.CLOSE_DISCLOSURES;
import static org.portaldesk.contract.identity.Permission.CONFIRM_HOLDS;
import static org.portaldesk.contract.identity.Permission.DECIDE_CODE_REQUESTS;
import static org.portaldesk.contract.identity.Permission.DECIDE_OVERRIDE;
import static org.portaldesk.contract.identity.Permission.DECIDE_POLICIES;
import static org.portaldesk.contract.identity.Permission.DECIDE_PROXY_REQUESTS;
import static org.portaldesk.contract.identity.Permission.DECIDE_VERIFICATION_OVERRIDE;
import static org.portaldesk.contract.identity.Permission.DISABLE_ACCOUNTS;
import static org.portaldesk.contract.identity.Permission.END_HOLDS;
import static org.portaldesk.contract.identity.Permission.END_PROXY_GRANTS;
import static org.portaldesk.contract.identity.Permission.HOLD_RESULTS;
import static org.portaldesk.contract.identity.Permission.ISSUE_CODE;
import static org.portaldesk.contract.identity.Permission.KEEP_CLINICIANS;
import static org.portaldesk.contract.identity.Permission.PRINT_LETTERS;
import static org.portaldesk.contract.identity.Permission.PROPOSE_POLICIES;
import static org.portaldesk.contract.identity.Permission.READ_ACCOUNTS;
import static org.portaldesk.contract.identity.Permission.READ_AGE_OUTS;
import static org.portaldesk.contract.identity.Permission.READ_AUDIT;
import static org.portaldesk.contract.identity.Permission.READ_CALLS;
import static org.portaldesk.contract.identity.Permission.READ_CASES;
import static org.portaldesk.contract.identity.Permission.READ_CLINICIANS;
import static org.portaldesk.contract.identity.Permission.READ_CODES;
import static org.portaldesk.contract.identity.Permission.READ_CODE_REQUESTS;
import static org.portaldesk.contract.identity.Permission.READ_DISCLOSURES;
import static org.portaldesk.contract.identity.Permission.READ_FORECAST;
import static org.portaldesk.contract.identity.Permission.READ_HISTORY;
import static org.portaldesk.contract.identity.Permission.READ_HOLD_LEDGER;
import static org.portaldesk.contract.identity.Permission.READ_LETTERS;
import static org.portaldesk.contract.identity.Permission.READ_OVERRIDES;
import static org.portaldesk.contract.identity.Permission.READ_PATIENT;
import static org.portaldesk.contract.identity.Permission.READ_POLICIES;
import static org.portaldesk.contract.identity.Permission.READ_PROXIES;
import static org.portaldesk.contract.identity.Permission.READ_PROXY_REQUESTS;
import static org.portaldesk.contract.identity.Permission.READ_RESULTS;
import static org.portaldesk.contract.identity.Permission.READ_VERIFICATION_OVERRIDES;
import static org.portaldesk.contract.identity.Permission.REASSIGN_PROXY_REQUESTS;
import static org.portaldesk.contract.identity.Permission.RECORD_PROXY_REQUESTS;
import static org.portaldesk.contract.identity.Permission.RELEASE_RESULTS;
import static org.portaldesk.contract.identity.Permission.RELEASE_STAFF_LOCKS;
import static org.portaldesk.contract.identity.Permission.REQUEST_OVERRIDE;
import static org.portaldesk.contract.identity.Permission.REQUEST_VERIFICATION_OVERRIDE;
import static org.portaldesk.contract.identity.Permission.RESTRICT_RECORDS;
import static org.portaldesk.contract.identity.Permission.RETRACT_RESULTS;
import static org.portaldesk.contract.identity.Permission.REVEAL_FIELD;
import static org.portaldesk.contract.identity.Permission.REVIEW_HOLDS;
import static org.portaldesk.contract.identity.Permission.REVOKE_CODE;
import static org.portaldesk.contract.identity.Permission.SEARCH_PATIENTS;
import static org.portaldesk.contract.identity.Permission.SIMULATE_POLICIES;
import static org.portaldesk.contract.identity.Permission.TAG_RESULTS;
import static org.portaldesk.contract.identity.Permission.TAKE_CODE_REQUESTS;
import static org.portaldesk.contract.identity.Permission.VERIFY_CALLERS;
import static org.portaldesk.contract.identity.Permission.WRITE_DENIALS;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.portaldesk.contract.identity.Permission;
import org.springframework.http.HttpMethod;

/**
 * Every endpoint of the API and who may call it. What is not here does not answer; a test holds
 * this table against the controllers, both ways.
 */
final class EndpointTable {

    /**
     * @param pattern as the controllers map it, with {@code *} for each path variable
     */
    record Endpoint(HttpMethod method, String pattern, Access access) {}

    private static final Access ANYBODY = new Access.Anybody();
    private static final Access ANY_STAFF = new Access.AnyStaff();
    private static final Access FEED = new Access.Feed();
    private static final Access PORTAL_USER = new Access.PortalUser();

    static final List<Endpoint> ENDPOINTS =
            List.of(
                    new Endpoint(GET, "/api/me", ANY_STAFF),
                    new Endpoint(GET, "/api/me/drafts", ANY_STAFF),
                    new Endpoint(PUT, "/api/me/drafts/*", ANY_STAFF),
                    new Endpoint(GET, "/api/me/drafts/*", ANY_STAFF),
                    new Endpoint(DELETE, "/api/me/drafts/*", ANY_STAFF),
                    new Endpoint(POST, "/api/me/reading-reasons", ANY_STAFF),
                    staff(GET, "/api/patients", SEARCH_PATIENTS),
                    staff(POST, "/api/patients/search", SEARCH_PATIENTS),
                    staff(GET, "/api/patients/*", READ_PATIENT),
                    staff(POST, "/api/patients/*/reveal", REVEAL_FIELD),
                    staff(GET, "/api/patients/*/history", READ_HISTORY),
                    staff(POST, "/api/patients/*/activation-codes", ISSUE_CODE),
                    staff(GET, "/api/patients/*/activation-codes", READ_CODES),
                    staff(GET, "/api/activation-codes", READ_CODES),
                    staff(POST, "/api/activation-codes/*/revoke", REVOKE_CODE),
                    staff(GET, "/api/patients/*/account", READ_ACCOUNTS),
                    staff(GET, "/api/patients/*/account/sign-ins", READ_ACCOUNTS),
                    staff(GET, "/api/accounts", READ_ACCOUNTS),
                    staff(POST, "/api/patients/*/account/unlock", VERIFY_CALLERS),
                    staff(POST, "/api/patients/*/account/password-reset", VERIFY_CALLERS),
                    staff(POST, "/api/patients/*/account/second-factor-reset", VERIFY_CALLERS),
                    staff(POST, "/api/patients/*/account/end-sessions", VERIFY_CALLERS),
                    staff(POST, "/api/patients/*/account/resend-code", VERIFY_CALLERS),
                    staff(POST, "/api/patients/*/account/disable", DISABLE_ACCOUNTS),
                    staff(POST, "/api/patients/*/account/enable", DISABLE_ACCOUNTS),
                    staff(POST, "/api/patients/*/verifications", VERIFY_CALLERS),
                    staff(POST, "/api/verifications/*/answers", VERIFY_CALLERS),
                    staff(POST, "/api/verifications/*/send-code", VERIFY_CALLERS),
                    staff(POST, "/api/verifications/*/conclude", VERIFY_CALLERS),
                    staff(POST, "/api/verifications/*/abandon", VERIFY_CALLERS),
                    staff(POST, "/api/verifications/*/note", VERIFY_CALLERS),
                    staff(GET, "/api/patients/*/calls", READ_CALLS),
                    staff(
                            POST,
                            "/api/patients/*/verification-overrides",
                            REQUEST_VERIFICATION_OVERRIDE),
                    staff(GET, "/api/verification-overrides", READ_VERIFICATION_OVERRIDES),
                    staff(
                            POST,
                            "/api/verification-overrides/*/approve",
                            DECIDE_VERIFICATION_OVERRIDE),
                    staff(
                            POST,
                            "/api/verification-overrides/*/decline",
                            DECIDE_VERIFICATION_OVERRIDE),
                    staff(GET, "/api/cases", READ_CASES),
                    staff(POST, "/api/cases/*/close", CLOSE_CASES),
                    staff(POST, "/api/patients/*/contact-overrides", REQUEST_OVERRIDE),
                    staff(GET, "/api/contact-overrides", READ_OVERRIDES),
                    staff(POST, "/api/contact-overrides/*/approve", DECIDE_OVERRIDE),
                    staff(POST, "/api/contact-overrides/*/decline", DECIDE_OVERRIDE),
                    staff(GET, "/api/letters", READ_LETTERS),
                    staff(POST, "/api/letter-batches", PRINT_LETTERS),
                    staff(GET, "/api/letter-batches/*", READ_LETTERS),
                    staff(POST, "/api/letters/*/mailed", PRINT_LETTERS),
                    staff(POST, "/api/letters/*/returned", PRINT_LETTERS),
                    staff(POST, "/api/letters/*/reprint", PRINT_LETTERS),
                    staff(POST, "/api/code-requests", TAKE_CODE_REQUESTS),
                    staff(GET, "/api/code-requests", READ_CODE_REQUESTS),
                    staff(GET, "/api/code-requests/*", READ_CODE_REQUESTS),
                    staff(GET, "/api/code-request-junk", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-request-junk/remove", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/look", READ_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/claim", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/release", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/approve", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/deny", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/ask", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/code-requests/*/resume", DECIDE_CODE_REQUESTS),
                    staff(POST, "/api/proxy-requests", RECORD_PROXY_REQUESTS),
                    staff(GET, "/api/proxy-requests", READ_PROXY_REQUESTS),
                    staff(GET, "/api/proxy-requests/*", READ_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/documents", RECORD_PROXY_REQUESTS),
                    staff(GET, "/api/proxy-requests/*/documents/*/pages/*", READ_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/look", READ_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/claim", APPROVE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/release", APPROVE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/reassign", REASSIGN_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/pend", DECIDE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/resume", DECIDE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/approve", APPROVE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/deny", APPROVE_PROXY_REQUESTS),
                    staff(POST, "/api/proxy-requests/*/ask", DECIDE_PROXY_REQUESTS),
                    staff(GET, "/api/patients/*/proxies", READ_PROXIES),
                    staff(POST, "/api/proxy-grants/*/end", END_PROXY_GRANTS),
                    staff(POST, "/api/patients/*/proxy-blocks", BLOCK_PROXIES),
                    staff(GET, "/api/patients/*/proxy-blocks", READ_PROXIES),
                    staff(POST, "/api/proxy-blocks/*/end", BLOCK_PROXIES),
                    staff(GET, "/api/age-outs", READ_AGE_OUTS),
                    staff(GET, "/api/work/forecast", READ_FORECAST),
                    staff(GET, "/api/policies", READ_POLICIES),
                    staff(POST, "/api/policies", PROPOSE_POLICIES),
                    staff(POST, "/api/policies/*/approve", DECIDE_POLICIES),
                    staff(POST, "/api/policies/*/decline", DECIDE_POLICIES),
                    staff(POST, "/api/policies/*/withdraw", DECIDE_POLICIES),
                    staff(POST, "/api/policies/*/keep", DECIDE_POLICIES),
                    staff(POST, "/api/policies/*/simulate", SIMULATE_POLICIES),
                    staff(GET, "/api/sensitive-sets", READ_POLICIES),
                    staff(GET, "/api/sensitive-codes", READ_POLICIES),
                    staff(GET, "/api/release-rules", READ_POLICIES),
                    staff(GET, "/api/release-changes", READ_POLICIES),
                    staff(POST, "/api/release-changes", PROPOSE_POLICIES),
                    staff(POST, "/api/release-changes/*/approve", DECIDE_POLICIES),
                    staff(POST, "/api/release-changes/*/decline", DECIDE_POLICIES),
                    staff(GET, "/api/results", READ_RESULTS),
                    staff(GET, "/api/results/*", READ_RESULTS),
                    staff(POST, "/api/results/*/release", RELEASE_RESULTS),
                    staff(POST, "/api/results/*/hold", HOLD_RESULTS),
                    staff(POST, "/api/results/*/end-hold", END_HOLDS),
                    staff(POST, "/api/results/*/review-hold", REVIEW_HOLDS),
                    staff(POST, "/api/results/*/confirm-hold", CONFIRM_HOLDS),
                    staff(POST, "/api/results/*/retract", RETRACT_RESULTS),
                    staff(POST, "/api/results/*/tag", TAG_RESULTS),
                    staff(POST, "/api/results/*/consent", TAG_RESULTS),
                    staff(POST, "/api/results/bulk", BULK_RESULTS),
                    staff(GET, "/api/results/bulk/*", BULK_RESULTS),
                    staff(GET, "/api/results/bulk/*/rows", BULK_RESULTS),
                    staff(POST, "/api/results/bulk/*/cancel", BULK_RESULTS),
                    staff(POST, "/api/results/bulk/*/retry", BULK_RESULTS),
                    staff(GET, "/api/holds", READ_RESULTS),
                    staff(GET, "/api/holds/ledger", READ_HOLD_LEDGER),
                    staff(GET, "/api/holds/too-broad", READ_HOLD_LEDGER),
                    staff(POST, "/api/holds/*/denial-letter", WRITE_DENIALS),
                    staff(GET, "/api/clinicians", READ_CLINICIANS),
                    staff(POST, "/api/clinicians", KEEP_CLINICIANS),
                    staff(PUT, "/api/clinicians/*", KEEP_CLINICIANS),
                    staff(POST, "/api/clinicians/*/end", KEEP_CLINICIANS),
                    staff(GET, "/api/disclosure-cases", READ_DISCLOSURES),
                    staff(POST, "/api/disclosure-cases/*/close", CLOSE_DISCLOSURES),
                    staff(GET, "/api/patients/*/visibility", READ_RESULTS),
                    staff(GET, "/api/patients/*/viewers", READ_RESULTS),
                    staff(GET, "/api/audit", READ_AUDIT),
                    staff(GET, "/api/audit/verify", READ_AUDIT),
                    staff(GET, "/api/audit/seal", READ_AUDIT),
                    staff(GET, "/api/audit/*/proof", READ_AUDIT),
                    staff(GET, "/api/audit/consistency", READ_AUDIT),
                    staff(GET, "/api/audit/export", READ_AUDIT),
                    staff(GET, "/api/audit/export/manifest", READ_AUDIT),
                    staff(POST, "/api/patients/*/access-reports", READ_AUDIT),
                    staff(GET, "/api/access-reports/*/pdf", READ_AUDIT),
                    staff(GET, "/api/patients/*/disclosures", READ_AUDIT),
                    staff(GET, "/api/watch-cases", READ_CASES),
                    staff(POST, "/api/watch-cases/*/close", CLOSE_CASES),
                    staff(GET, "/api/audit/searches", READ_AUDIT),
                    staff(POST, "/api/audit/searches", READ_AUDIT),
                    staff(DELETE, "/api/audit/searches/*", READ_AUDIT),
                    staff(GET, "/api/restrictions", RESTRICT_RECORDS),
                    staff(POST, "/api/patients/*/restrict", RESTRICT_RECORDS),
                    staff(POST, "/api/patients/*/unrestrict", RESTRICT_RECORDS),
                    staff(POST, "/api/patients/*/break-glass", BREAK_GLASS),
                    staff(GET, "/api/staff-locks", RELEASE_STAFF_LOCKS),
                    staff(POST, "/api/staff-locks/*/release", RELEASE_STAFF_LOCKS),
                    staff(GET, "/fhir/AuditEvent", READ_AUDIT),
                    new Endpoint(PUT, "/fhir/Patient/*", FEED),
                    new Endpoint(PUT, "/fhir/Practitioner/*", FEED),
                    new Endpoint(PUT, "/fhir/DiagnosticReport/*", FEED),
                    new Endpoint(PUT, "/fhir/Observation/*", FEED),
                    new Endpoint(POST, "/fhir", FEED),
                    new Endpoint(POST, "/fhir/import", FEED),
                    new Endpoint(POST, "/portal/activations", ANYBODY),
                    new Endpoint(POST, "/portal/code-requests", ANYBODY),
                    new Endpoint(GET, "/portal/me", PORTAL_USER),
                    new Endpoint(POST, "/portal/me/proxy-requests", PORTAL_USER),
                    new Endpoint(GET, "/portal/me/proxy-grants", PORTAL_USER),
                    new Endpoint(POST, "/portal/me/proxy-grants/*/confirm", PORTAL_USER),
                    new Endpoint(GET, "/portal/patients", PORTAL_USER),
                    new Endpoint(GET, "/portal/patients/*", PORTAL_USER),
                    new Endpoint(GET, "/portal/me/results", PORTAL_USER),
                    new Endpoint(GET, "/portal/patients/*/results", PORTAL_USER),
                    // The portal's own pages and what they load.
                    new Endpoint(GET, "/portal/activate", ANYBODY),
                    new Endpoint(GET, "/portal/request-code", ANYBODY),
                    new Endpoint(GET, "/portal/home", ANYBODY),
                    new Endpoint(GET, "/portal/assets/**", ANYBODY),
                    // What machines ask before they send traffic, and what the API says of itself.
                    new Endpoint(GET, "/actuator/health/**", ANYBODY),
                    new Endpoint(GET, "/v3/api-docs/**", ANYBODY),
                    new Endpoint(GET, "/docs", ANYBODY),
                    new Endpoint(GET, "/docs/*", ANYBODY));

    private EndpointTable() {}

    private static Endpoint staff(HttpMethod method, String pattern, Permission permission) {
        return new Endpoint(method, pattern, new Access.Holding(permission));
    }
}
