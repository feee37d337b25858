package org.portaldesk.document;

/** Why a file is not kept. */
public enum Refusal {
    EMPTY("The file is empty."),
    UNKNOWN_TYPE("The file is not a PDF, PNG, JPEG or TIFF, whatever its name says."),
    UNSHOWN_PICTURE(
            "The file has a picture of a kind that is not shown here, such as JPEG 2000, JBIG2 or HEIC. Save it as PDF or JPEG, or print it and scan the paper."),
    UNREADABLE("The file is damaged: its pages cannot be read."),
    MIXED_CONTENT("The file is also something else than it seems to be."),
    MALWARE("The file is known to be harmful."),
    ENCRYPTED("The PDF is locked or encrypted. Please print it and scan the paper."),
    ACTIVE_CONTENT("The PDF holds a script or an action. Please print it and scan the paper."),
    XFA("The PDF is an interactive form of a kind that is not shown. Please print and scan it."),
    EMBEDDED_FILE("The PDF has another file inside. Please print it and scan the paper."),
    TOO_MANY_PAGES("The file has more than 50 pages."),
    TOO_BIG_INSIDE("The file unpacks to far more than a scanned form."),
    TOO_SLOW("The file takes too long to be shown.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** One sentence for whoever sent it. */
    public String text() {
        return text;
    }
}
