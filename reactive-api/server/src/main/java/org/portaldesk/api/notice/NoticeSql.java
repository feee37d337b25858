package org.portaldesk.api.notice;

/**
 * What an act's statement needs in order to have a letter or an e-mail sent after it. The act
 * writes a row into the outbox, so there is no mail without the act and no act without its mail.
 *
 * <p>The statement's first parameter is {@code Caller.asJson()}.
 *
 * <pre>{@code
 * WITH issued AS (INSERT INTO activation_code … RETURNING id, patient_id),
 * letter_order AS (SELECT id AS code_id, patient_id FROM issued WHERE …),
 * <LETTER_QUEUED>
 * , email AS (
 *     SELECT 'ACTIVATION_CODE' AS kind, … AS recipient, 'es' AS language, issued.patient_id,
 *            issued.id AS code_id, NULL::uuid AS code_request_id, '{}'::jsonb AS content
 *     FROM issued WHERE …),
 * <EMAIL_QUEUED>
 * }</pre>
 */
public final class NoticeSql {

    /** The languages of our letters and mails, from a patient's BCP 47 {@code language}. */
    public static final String PATIENT_LANGUAGE =
            "(CASE WHEN patient.language ILIKE 'es%' THEN 'es' ELSE 'en' END)";

    /** The CTE that queues a letter for each row of {@code letter_order(patient_id, code_id)}. */
    public static final String LETTER_QUEUED =
            """
            letter_queued AS (
                INSERT INTO letter (patient_id, code_id, language)
                SELECT letter_order.patient_id, letter_order.code_id, %s
                FROM letter_order JOIN patient ON patient.id = letter_order.patient_id
                RETURNING id)
            """
                    .formatted(PATIENT_LANGUAGE);

    /**
     * The CTE that queues the answer to a request for each row of {@code answer(patient_id, kind,
     * language, recipient, reason)}; {@code kind} is a {@code LetterKind} by name, {@code
     * recipient} a name and an address.
     */
    public static final String ANSWER_QUEUED =
            """
            answer_queued AS (
                INSERT INTO letter (patient_id, kind, language, recipient, reason)
                SELECT patient_id, kind, language, recipient, reason FROM answer
                RETURNING id)
            """;

    /**
     * The CTE that queues an e-mail for each row of {@code email(kind, recipient, language,
     * patient_id, code_id, code_request_id, content)}; {@code kind} is an {@link EmailKind} by
     * name, and {@code content} never holds a code or a patient's data.
     */
    public static final String EMAIL_QUEUED =
            """
            email_queued AS (
                INSERT INTO email_message (
                    kind, recipient, language, patient_id, code_id, code_request_id, content, request_id)
                SELECT kind, recipient, language, patient_id, code_id, code_request_id, content,
                       $1::jsonb ->> 'requestId'
                FROM email
                RETURNING id)
            """;

    /**
     * The CTE that queues an e-mail for each row of {@code proof_email(recipient, language,
     * patient_id, proof_code_id)}. The code is made when the mail is built, as {@link ProofMint}
     * has it.
     */
    public static final String PROOF_QUEUED =
            """
            proof_queued AS (
                INSERT INTO email_message (kind, recipient, language, patient_id, proof_code_id, request_id)
                SELECT 'PROOF_CODE', recipient, language, patient_id, proof_code_id, $1::jsonb ->> 'requestId'
                FROM proof_email
                RETURNING id)
            """;

    private NoticeSql() {}
}
