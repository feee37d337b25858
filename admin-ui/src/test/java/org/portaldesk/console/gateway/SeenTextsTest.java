package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portaldesk.contract.privacy.ReadingApi.Explanation;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the console. */
class SeenTextsTest {

    @Test
    void whatNobodySeesInAPastedTextStaysBehind() {
        var json = JsonMapper.builder().addModule(new SeenTexts().seenTextsModule()).build();
        assertThat(json.writeValueAsString(new Explanation("the back\u00adlog\u200b of \u202etwo")))
                .isEqualTo("{\"reason\":\"the backlog of two\"}");
    }
}
