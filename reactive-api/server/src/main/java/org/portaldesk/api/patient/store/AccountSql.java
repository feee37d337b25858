package org.portaldesk.api.patient.store;

/** Where a patient's portal account stands, computed at the moment of asking. */
final class AccountSql {

    /** Columns {@code account_state} and {@code username}, for a query from {@code patient}. */
    static final String COLUMNS =
            """
            coalesce(portal_account.state, CASE WHEN EXISTS (
                SELECT FROM activation_code
                WHERE activation_code.patient_id = patient.id AND activation_code.state = 'ISSUED'
                  AND activation_code.expires_at > clock_timestamp()) THEN 'PENDING' ELSE 'NONE' END) AS account_state,
            portal_account.username
            """;

    static final String JOIN =
            "LEFT JOIN portal_account ON portal_account.patient_id = patient.id\n";

    private AccountSql() {}
}
