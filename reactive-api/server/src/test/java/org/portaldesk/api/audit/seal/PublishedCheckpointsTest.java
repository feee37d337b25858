package org.portaldesk.api.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portaldesk.seal.outside.StoreAccess;

class PublishedCheckpointsTest {

    private static final String SECRET = "change-me-0123456789";

    @Test
    void aStoreWithAPlaceholderStopsTheStartByTheSettingsName() {
        var settings = settings("s3://record/audit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishedCheckpoints(settings))
                .withMessageStartingWith("PORTAL_DESK_CHECKPOINTS_SECRET_KEY ")
                .withMessageNotContaining(SECRET);
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    private static CheckpointSettings settings(String place) {
        return new CheckpointSettings(
                place,
                StoreAccess.of(
                        Map.of(
                                "PORTAL_DESK_CHECKPOINTS_REGION", "us-east-1",
                                "PORTAL_DESK_CHECKPOINTS_ACCESS_KEY", "sealer",
                                "PORTAL_DESK_CHECKPOINTS_SECRET_KEY", SECRET)));
    }
}
