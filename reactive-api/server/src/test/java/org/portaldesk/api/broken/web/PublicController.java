package org.portaldesk.api.broken.web;

import org.portaldesk.api.broken.store.Rows;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reaches past its front door, and is open to all. Abstract, so that no component scan takes it for
 * a bean.
 */
@RestController
public abstract class PublicController {

    abstract Rows rows();
}
