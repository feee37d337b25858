package org.portaldesk.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/** Walks through every object of a PDF, reachable or not, and refuses what a scan never has. */
final class PdfObjects {

    private static final int MOST = 500_000;
    private static final int RUN_LENGTH_RATIO = 64;
    private static final long MOST_IN_ONE = 64L << 20;

    private static final Map<String, Refusal> KEYS =
            Map.of(
                    "JS", Refusal.ACTIVE_CONTENT,
                    "JavaScript", Refusal.ACTIVE_CONTENT,
                    "AA", Refusal.ACTIVE_CONTENT,
                    "XFA", Refusal.XFA,
                    "EF", Refusal.EMBEDDED_FILE,
                    "EmbeddedFiles", Refusal.EMBEDDED_FILE);

    private static final Set<String> ACTIONS =
            Set.of(
                    "JavaScript",
                    "Launch",
                    "SubmitForm",
                    "ImportData",
                    "GoToR",
                    "GoToE",
                    "Rendition",
                    "Movie",
                    "Sound",
                    "RichMediaExecute",
                    "GoTo3DView");

    private static final Set<String> MEDIA =
            Set.of("RichMedia", "Screen", "Movie", "Sound", "3D", "FileAttachment");

    /** What scanners use, and what a page can be drawn from; at most one of them packs. */
    private static final Set<String> PACKING =
            Set.of(
                    "FlateDecode",
                    "Fl",
                    "RunLengthDecode",
                    "RL",
                    "DCTDecode",
                    "DCT",
                    "CCITTFaxDecode",
                    "CCF");

    private static final Set<String> UNSHOWN = Set.of("JPXDecode", "JBIG2Decode");

    private static final Set<String> SPELLING =
            Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final COSDocument document;
    private final Deadline deadline;

    PdfObjects(COSDocument document, Deadline deadline) {
        this.document = document;
        this.deadline = deadline;
    }

    void check() throws IOException {
        add(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> add(document.getObjectFromPool(key)));
        while (!open.isEmpty()) {
            deadline.check();
            look(open.pop());
        }
    }

    private void add(COSBase object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
        if (seen.size() > MOST) {
            throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
        }
    }

    private void look(COSBase object) {
        switch (object) {
            case COSObject reference -> add(reference.getObject());
            case COSArray array -> array.forEach(this::add);
            case COSDictionary dictionary -> {
                judge(dictionary);
                dictionary.getValues().forEach(this::add);
            }
            default -> {
                // Numbers, texts and names hold nothing.
            }
        }
    }

    private static void judge(COSDictionary dictionary) {
        for (var key : dictionary.keySet()) {
            var refusal = KEYS.get(key.getName());
            if (refusal != null) {
                throw new RefusedDocument(refusal);
            }
        }
        if (ACTIONS.contains(name(dictionary, COSName.S))) {
            throw new RefusedDocument(Refusal.ACTIVE_CONTENT);
        }
        if (MEDIA.contains(name(dictionary, COSName.SUBTYPE))
                || name(dictionary, COSName.TYPE).equals("EmbeddedFile")) {
            throw new RefusedDocument(Refusal.EMBEDDED_FILE);
        }
        if (dictionary instanceof COSStream stream) {
            judgePacking(stream);
        }
    }

    private static void judgePacking(COSStream stream) {
        var filters = filters(stream.getFilters());
        if (filters.stream().anyMatch(UNSHOWN::contains)) {
            throw new RefusedDocument(Refusal.UNSHOWN_PICTURE);
        }
        var packing = filters.stream().filter(PACKING::contains).toList();
        var runs = packing.contains("RunLengthDecode") || packing.contains("RL");
        if (filters.size() > packing.size() + filters.stream().filter(SPELLING::contains).count()) {
            throw new RefusedDocument(Refusal.UNREADABLE);
        }
        if (packing.stream().filter(name -> name.startsWith("F") || name.startsWith("R")).count()
                        > 1
                || runs && stream.getLength() * RUN_LENGTH_RATIO > MOST_IN_ONE
                || pixels(stream) > PictureForm.SENT_PIXELS) {
            throw new RefusedDocument(Refusal.TOO_BIG_INSIDE);
        }
    }

    private static long pixels(COSStream stream) {
        return name(stream, COSName.SUBTYPE).equals("Image")
                ? stream.getLong(COSName.WIDTH) * stream.getLong(COSName.HEIGHT)
                : 0;
    }

    private static List<String> filters(COSBase filters) {
        return switch (filters) {
            case COSName one -> List.of(one.getName());
            case COSArray several ->
                    several.toCOSNameStringList().stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static String name(COSDictionary dictionary, COSName key) {
        var name = dictionary.getNameAsString(key);
        return name == null ? "" : name;
    }
}
