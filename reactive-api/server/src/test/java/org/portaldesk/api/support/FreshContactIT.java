package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.contract.identity.StaffRole;

/** A reset does not follow an e-mail address that has changed a moment ago. */
class FreshContactIT extends DeskIT {

    private Member whoseAddressHasJustChanged(String to) throws SQLException {
        var member = Member.active(database, backing());
        Member.run(
                database,
                """
                UPDATE patient_contact SET value = ?, folded = ?, changed_at = clock_timestamp()
                WHERE patient_id = ? AND kind = 'EMAIL'
                """,
                to,
                to,
                member.id());
        return member;
    }

    @Test
    void aResetToAFreshAddressIsASupervisorsAndTheOldAddressIsTold() throws SQLException {
        var fresh = "new" + System.nanoTime() + "@example.org";
        var member = whoseAddressHasJustChanged(fresh);
        var verification = passed(agent(), member);
        assertThat(refusal(act(agent(), member, "password-reset", verification), 403))
                .contains("SUPERVISOR_ONLY");
        assertThat(reasons(member, "PASSWORD_RESET_SENT")).containsExactly("FRESH_CONTACT");
        json(act(agent(), member, "unlock", verification), 200);

        var supervisor = as(StaffRole.SUPERVISOR);
        json(act(supervisor, member, "password-reset", passed(supervisor, member)), 200);
        assertThat(told(member)).contains(fresh, member.email());
    }

    private String told(Member member) throws SQLException {
        return Member.one(
                database,
                """
                SELECT coalesce(string_agg(recipient, ' '), '') FROM email_message
                WHERE patient_id = ? AND kind NOT LIKE '%UNLOCK%'
                """,
                member.id());
    }

    @Test
    void anAddressOfSevenDaysIsLikeAnyOther() throws SQLException {
        var member = whoseAddressHasJustChanged("settled" + System.nanoTime() + "@example.org");
        Member.run(
                database,
                "UPDATE patient_contact SET changed_at = clock_timestamp() - interval '7 days' WHERE patient_id = ?",
                member.id());
        json(act(agent(), member, "password-reset", passed(agent(), member)), 200);
    }
}
