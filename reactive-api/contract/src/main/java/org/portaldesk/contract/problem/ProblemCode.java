package org.portaldesk.contract.problem;

/**
 * Every way in which the API says no: the {@code code} of a problem, its status and its title.
 *
 * <p>The title is for the developer who reads a response; the console translates the code.
 */
public enum ProblemCode {
    MALFORMED(400, "The request cannot be read"),
    INVALID(400, "A field is not as it must be"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not permitted"),
    VERIFICATION_NEEDED(403, "A passed verification must stand behind it"),
    SUPERVISOR_ONLY(403, "Only a supervisor goes on"),
    SEEN_BY_AGENT(403, "Another agent verifies this caller"),
    RESTRICTED(403, "This record is restricted"),
    READING_REASON_NEEDED(403, "So many patients within an hour need a reason"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not a method of this resource"),
    NOT_ACCEPTABLE(406, "This representation is not offered"),
    STATE_CONFLICT(409, "No longer possible in this state"),
    CLAIMED(409, "Somebody else is working on it"),
    STALE(412, "It has changed since it was read"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This content type is not understood"),
    KEY_REUSED(422, "This idempotency key belongs to another request"),
    TOO_YOUNG(422, "Too young for an own account"),
    DECEASED(422, "The patient has died"),
    ACCOUNT_ACTIVE(422, "The account is already active"),
    NO_ADDRESS(422, "No address on record for this channel"),
    CONTACT_COLLISION(422, "The contact on record is shared or has just changed"),
    NOTHING_TO_OVERRIDE(422, "Nothing stands in the way"),
    SAME_PERSON(403, "A second person must decide"),
    REASON_REQUIRED(422, "A reason is needed"),
    CONSENT_REQUIRED(422, "The patient's consent must be on record"),
    TOO_MANY_ANSWERS(422, "This fact was answered too often"),
    NOT_OFFERED(422, "Not offered for this contact"),
    NO_ACCOUNT(422, "There is no account"),
    ACCOUNT_DISABLED(403, "The account is disabled"),
    ACTIVATION_REFUSED(422, "These details do not open an account"),
    USERNAME_TAKEN(422, "This username is taken"),
    DOCUMENT_REFUSED(422, "This document may not be kept"),
    INCOMPLETE(422, "Something that the decision needs is missing"),
    DOCUMENT_CHANGED(422, "The document is not the one that was seen"),
    AGAINST_RULE(422, "The rule does not give this"),
    BLOCKED(422, "Not permitted"),
    CONFIRMATION_REFUSED(422, "This does not confirm the grant"),
    NOT_IN_FUTURE(422, "It must lie in the future"),
    TOO_MANY_REQUESTS(429, "Too many attempts"),
    FAILED(500, "Something went wrong"),
    UNAVAILABLE(503, "Not available right now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with this code. */
    public int status() {
        return status;
    }

    /** One short English line, the same for each occurrence. */
    public String title() {
        return title;
    }
}
