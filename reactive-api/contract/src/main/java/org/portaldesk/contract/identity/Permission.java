package org.portaldesk.contract.identity;

import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a member of staff may do, and which roles may do it. The API refuses by it, the console
 * builds itself from it.
 *
 * <p>Administrators see no patient data, so they are in none of these but policies, whose
 * simulation names nobody to them, and the directory of clinicians.
 */
public enum Permission {
    SEARCH_PATIENTS(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, CLINICIAN, SUPERVISOR, PRIVACY_OFFICER),
    READ_PATIENT(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, CLINICIAN, SUPERVISOR, PRIVACY_OFFICER),
    REVEAL_FIELD(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, SUPERVISOR),
    /**
     * Sees what identifies a patient without asking for each field; but never who verifies callers,
     * too.
     */
    SEE_UNMASKED(HIM_STAFF, ROI_REVIEWER, CLINICIAN, SUPERVISOR, PRIVACY_OFFICER),
    READ_HISTORY(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, SUPERVISOR, PRIVACY_OFFICER),
    READ_CODES(HIM_STAFF, SUPPORT_AGENT, SUPERVISOR),
    ISSUE_CODE(HIM_STAFF),
    REVOKE_CODE(HIM_STAFF),
    READ_OVERRIDES(HIM_STAFF, SUPERVISOR),
    REQUEST_OVERRIDE(HIM_STAFF),
    DECIDE_OVERRIDE(SUPERVISOR),
    READ_LETTERS(HIM_STAFF, SUPERVISOR),
    PRINT_LETTERS(HIM_STAFF),
    READ_CODE_REQUESTS(HIM_STAFF, SUPERVISOR),
    DECIDE_CODE_REQUESTS(HIM_STAFF),
    TAKE_CODE_REQUESTS(SUPPORT_AGENT),
    READ_ACCOUNTS(HIM_STAFF, SUPPORT_AGENT, SUPERVISOR),
    READ_CALLS(HIM_STAFF, SUPPORT_AGENT, SUPERVISOR, PRIVACY_OFFICER),
    /** Verifies callers and does what a passed verification opens. */
    VERIFY_CALLERS(SUPPORT_AGENT, SUPERVISOR),
    /** Closes accounts and opens them again. */
    DISABLE_ACCOUNTS(HIM_STAFF),
    REQUEST_VERIFICATION_OVERRIDE(SUPPORT_AGENT),
    READ_VERIFICATION_OVERRIDES(SUPPORT_AGENT, SUPERVISOR),
    DECIDE_VERIFICATION_OVERRIDE(SUPERVISOR),
    READ_CASES(PRIVACY_OFFICER),
    CLOSE_CASES(PRIVACY_OFFICER),
    RECORD_PROXY_REQUESTS(HIM_STAFF, ROI_REVIEWER, SUPERVISOR),
    READ_PROXY_REQUESTS(ROI_REVIEWER, SUPERVISOR),
    DECIDE_PROXY_REQUESTS(ROI_REVIEWER),
    /** Of these two, whoever did not approve first. */
    APPROVE_PROXY_REQUESTS(ROI_REVIEWER, SUPERVISOR),
    REASSIGN_PROXY_REQUESTS(SUPERVISOR),
    READ_PROXIES(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, SUPERVISOR, PRIVACY_OFFICER),
    END_PROXY_GRANTS(ROI_REVIEWER),
    BLOCK_PROXIES(ROI_REVIEWER, SUPERVISOR),
    /** Others learn only that somebody is not permitted. */
    SEE_BLOCK_REASONS(ROI_REVIEWER, SUPERVISOR, PRIVACY_OFFICER),
    READ_AGE_OUTS(HIM_STAFF, ROI_REVIEWER, SUPERVISOR),
    READ_FORECAST(HIM_STAFF, ROI_REVIEWER, SUPERVISOR),
    READ_POLICIES(ADMINISTRATOR, ROI_REVIEWER, SUPERVISOR),
    PROPOSE_POLICIES(ADMINISTRATOR),
    DECIDE_POLICIES(ADMINISTRATOR, SUPERVISOR),
    SIMULATE_POLICIES(ADMINISTRATOR, ROI_REVIEWER, SUPERVISOR),
    READ_RESULTS(ROI_REVIEWER, CLINICIAN, SUPERVISOR, PRIVACY_OFFICER),
    /** Others see what a result is, not what it says. */
    SEE_RESULT_VALUES(ROI_REVIEWER, CLINICIAN),
    RELEASE_RESULTS(ROI_REVIEWER, CLINICIAN),
    HOLD_RESULTS(ROI_REVIEWER),
    /** Chooses who determined a hold, or keeps the directory of them. */
    READ_CLINICIANS(ROI_REVIEWER, ADMINISTRATOR),
    KEEP_CLINICIANS(ADMINISTRATOR),
    END_HOLDS(ROI_REVIEWER, CLINICIAN),
    REVIEW_HOLDS(CLINICIAN),
    /** Whoever determined a hold, signed in as themselves. */
    CONFIRM_HOLDS(CLINICIAN),
    RETRACT_RESULTS(ROI_REVIEWER),

    /** Says what is sensitive in one result, and whom the patient lets see it. */
    TAG_RESULTS(ROI_REVIEWER, CLINICIAN),
    WRITE_DENIALS(ROI_REVIEWER),
    READ_HOLD_LEDGER(SUPERVISOR, PRIVACY_OFFICER),
    READ_DISCLOSURES(PRIVACY_OFFICER),
    CLOSE_DISCLOSURES(PRIVACY_OFFICER),
    /** Each act on many needs the permission for one as well. */
    BULK_RESULTS(ROI_REVIEWER, CLINICIAN),
    READ_AUDIT(PRIVACY_OFFICER),
    /** Restricts records and lifts restrictions; to them no record is restricted. */
    RESTRICT_RECORDS(PRIVACY_OFFICER),
    /** Lets staff in again whom wrong passwords keep out. */
    RELEASE_STAFF_LOCKS(SUPERVISOR, ADMINISTRATOR),
    BREAK_GLASS(HIM_STAFF, SUPPORT_AGENT, ROI_REVIEWER, CLINICIAN, SUPERVISOR);

    private final Set<StaffRole> roles;

    Permission(StaffRole first, StaffRole... rest) {
        roles = Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    /** The roles that hold this permission; any one of them is enough. */
    public Set<StaffRole> roles() {
        return roles;
    }

    /** Whether somebody with these roles holds this permission. */
    public boolean heldBy(Collection<StaffRole> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
