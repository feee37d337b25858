package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The statements of documents. One comes in by several statements and belongs to nothing until the
 * statement of its request takes it.
 */
final class DocumentSql {

    /**
     * $1 media type, $2 size, $3 SHA-256 of the original, $4 pages, $5 its locked key, $6 the name
     * of the key around that, $7 SHA-256 of the pieces as they will lie.
     */
    static final String STAGE =
            """
            INSERT INTO proxy_document (media_type, size, sha256, pages, sealed_key, key_name, sealed_sha256)
            VALUES ($1::text, $2::int, $3::bytea, $4::int, $5::bytea, $6::text, $7::bytea)
            RETURNING id
            """;

    /** $1 document, $2 place from 0, $3 content. */
    static final String PIECE =
            "INSERT INTO proxy_document_piece (document_id, place, content) VALUES ($1::uuid, $2::int, $3::bytea)";

    /** $1 document, $2 page from 1, $3 picture. */
    static final String PAGE =
            "INSERT INTO proxy_document_page (document_id, page, image) VALUES ($1::uuid, $2::int, $3::bytea)";

    /** Whose request never came. */
    static final String SWEEP =
            """
            DELETE FROM proxy_document WHERE id IN (
                SELECT id FROM proxy_document
                WHERE request_id IS NULL AND received_at < statement_timestamp() - interval '1 hour'
                ORDER BY received_at LIMIT $1::int)
            """;

    /** $2 request, $3 document, $4 page. */
    static final String READ =
            """
            WITH found AS (
                SELECT page.image, document.sealed_key, document.key_name, document.sha256,
                       request.id AS request_id, request.patient_id
                FROM proxy_document_page AS page
                JOIN proxy_document AS document ON document.id = page.document_id
                JOIN proxy_request AS request ON request.id = document.request_id
                WHERE request.id = $2::uuid AND page.document_id = $3::uuid AND page.page = $4::int),
            event AS (
                SELECT 'PROXY_DOCUMENT_READ' AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                       request_id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('document', $3::uuid, 'page', $4::int) AS after
                FROM found),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.image, found.sealed_key, found.key_name, found.sha256 FROM found, audited";

    /**
     * What a request's documents are, for a query with a {@code request}: their ids in column
     * {@code documents} and the hash that a decision must have seen. Hashes what lies there, so
     * that a row that was changed behind the API fits nothing that anybody says to have seen.
     */
    static final String PAPERS =
            """
            SELECT coalesce(array_agg(id), '{}') AS documents,
                   CASE count(*) WHEN 0 THEN NULL WHEN 1 THEN min(hash)
                        ELSE encode(sha256(convert_to(string_agg(hash, '' ORDER BY id), 'UTF8')), 'hex') END AS sha256
            FROM (SELECT document.id,
                         CASE WHEN sha256((SELECT coalesce(string_agg(content, ''::bytea ORDER BY place), '')
                                           FROM proxy_document_piece WHERE document_id = document.id))
                                   = coalesce(document.sealed_sha256, document.sha256)
                              THEN encode(document.sha256, 'hex') ELSE 'changed ' || gen_random_uuid() END AS hash
                  FROM proxy_document AS document WHERE document.request_id = request.id) AS original
            """;

    private DocumentSql() {}
}
