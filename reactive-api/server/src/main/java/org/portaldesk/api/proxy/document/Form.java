package org.portaldesk.api.proxy.document;

import java.util.List;

/**
 * A file that may be kept.
 *
 * @param mediaType by its content
 * @param original as it came
 * @param sha256 of the original
 * @param pages what reviewers see, as PNG
 */
public record Form(String mediaType, byte[] original, byte[] sha256, List<byte[]> pages) {

    public Form {
        pages = List.copyOf(pages);
    }

    @Override
    public String toString() {
        return "Form[" + mediaType + "]";
    }
}
