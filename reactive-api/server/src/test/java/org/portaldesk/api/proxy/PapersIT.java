package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.testing.paper.Papers;

/** What the documents of a request are, and how long they carry. */
class PapersIT extends ProxyIT {

    private ProxyRequest guardians() throws SQLException {
        var wish = request(records.born(aged(8, 20)), "MINOR", "GUARDIAN");
        return read(submitted(wish, Papers.form("Placement until September")).id());
    }

    private static Map<String, Object> approval(ProxyRequest request, String type, String endsOn) {
        var approval = approval(request);
        approval.put(
                "papers",
                List.of(
                        Map.of(
                                "documentId", request.documents().getFirst().id(),
                                "type", type,
                                "endsOn", endsOn)));
        return approval;
    }

    @Test
    void aGrantEndsWithThePaperOnWhichItStandsAndTheRequestSaysWhichItWas() throws SQLException {
        var request = guardians();
        var lastDay = today().plusDays(30);
        var wish = approval(request, "PLACEMENT_ORDER", lastDay.toString());
        var approved =
                body(act(request.id(), "approve", wish).expectStatus().isOk(), ProxyRequest.class);

        assertThat(
                        records.texts(
                                "SELECT expires_on FROM proxy_grant WHERE id = ?",
                                grantOf(approved)))
                .containsExactly(lastDay.toString());
        assertThat(read(request.id()).documents())
                .singleElement()
                .matches(one -> one.type() == PaperType.PLACEMENT_ORDER)
                .matches(one -> lastDay.equals(one.endsOn()));
    }

    @Test
    void aPaperThatGivesNoAuthorityIsNamed() throws SQLException {
        var request = guardians();
        var wish = approval(request, "IDENTITY_DOCUMENT", today().plusDays(30).toString());
        var problem = refusal(act(request.id(), "approve", wish), 422);

        assertThat(Objects.requireNonNull(problem.errors()))
                .extracting(FieldError::field)
                .containsExactly("papers");
        assertThat(read(request.id()).documents().getFirst().type()).isNull();
    }
}
