package org.portaldesk.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What came of opening a file. */
public sealed interface Answer {

    /** All pages of one file together; a scan of fifty pages has a third of it. */
    int MOST_BYTES = 96 << 20;

    /**
     * It may be kept.
     *
     * @param mediaType by its content
     * @param pages what reviewers see, as PNG
     */
    record Drawn(String mediaType, List<byte[]> pages) implements Answer {

        public Drawn {
            pages = List.copyOf(pages);
        }

        @Override
        public String toString() {
            return "Drawn[" + mediaType + ", " + pages.size() + " pages]";
        }
    }

    /** It may not. */
    record Refused(Refusal why) implements Answer {}

    /** As {@link #from} reads it. */
    default void writeTo(DataOutputStream out) throws IOException {
        switch (this) {
            case Refused(var why) -> out.writeUTF(why.name());
            case Drawn(var mediaType, var pages) -> {
                out.writeUTF("");
                out.writeUTF(mediaType);
                out.writeInt(pages.size());
                for (var page : pages) {
                    out.writeInt(page.length);
                    out.write(page);
                }
            }
        }
    }

    /**
     * Believes nothing of what the other process writes.
     *
     * @throws IOException also for what no worker of ours would write
     */
    static Answer from(DataInputStream in) throws IOException {
        var refusal = in.readUTF();
        if (!refusal.isEmpty()) {
            return new Refused(Refusal.valueOf(refusal));
        }
        var mediaType = in.readUTF();
        var count = in.readInt();
        if (Signature.ofMediaType(mediaType).isEmpty() || count < 1 || count > PdfForm.MOST_PAGES) {
            throw new IOException("Not an answer of a worker");
        }
        return new Drawn(mediaType, pages(in, count));
    }

    private static List<byte[]> pages(DataInputStream in, int count) throws IOException {
        var pages = new ArrayList<byte[]>();
        var left = MOST_BYTES;
        for (var page = 0; page < count; page++) {
            var length = in.readInt();
            if (length < 1 || length > left) {
                throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
            }
            left -= length;
            pages.add(in.readNBytes(length));
            if (pages.getLast().length < length) {
                throw new IOException("The worker ended within a page");
            }
        }
        return pages;
    }
}
