package org.portaldesk.api.audit.seal;

import org.portaldesk.seal.outside.StoreAccess;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where checkpoints are published.
 *
 * @param place a file, best on another machine's disk, or {@code s3://bucket/prefix}
 * @param store how the bucket's store is reached
 */
@ConfigurationProperties("portal-desk.checkpoints")
record CheckpointSettings(String place, StoreAccess store) {}
