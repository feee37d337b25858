package org.portaldesk.api.portal;

/** The pages there are, by the name of their files. */
enum Page {
    ACTIVATE("activate", "activate.title"),
    REQUEST_CODE("request-code", "request.title"),
    HOME("home", "home.title");

    private final String file;
    private final String titleKey;

    Page(String file, String titleKey) {
        this.file = file;
        this.titleKey = titleKey;
    }

    String file() {
        return file;
    }

    String titleKey() {
        return titleKey;
    }
}
