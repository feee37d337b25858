package org.portaldesk.document;

import com.drew.imaging.ImageMetadataReader;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where the worker's own classes lie: a few jars of all that the API has. */
final class WorkerClassPath {

    /** One class of each jar that the worker needs. */
    private static final List<String> NEEDED =
            List.of(
                    WorkerMain.class.getName(),
                    "org.apache.pdfbox.Loader",
                    "org.apache.pdfbox.io.RandomAccessRead",
                    "org.apache.fontbox.ttf.TrueTypeFont",
                    "org.apache.commons.logging.LogFactory",
                    // What logs for the one before, where that only passes on.
                    "org.slf4j.LoggerFactory",
                    ImageMetadataReader.class.getName(),
                    "com.adobe.internal.xmp.XMPMeta",
                    JPEGImageReaderSpi.class.getName(),
                    "com.twelvemonkeys.imageio.ImageReaderBase",
                    "com.twelvemonkeys.imageio.metadata.Directory",
                    "com.twelvemonkeys.image.ImageUtil",
                    "com.twelvemonkeys.io.FileUtil",
                    "com.twelvemonkeys.lang.StringUtil");

    private WorkerClassPath() {}

    static List<Path> found() {
        return NEEDED.stream().map(WorkerClassPath::placeOf).distinct().toList();
    }

    private static Path placeOf(String name) {
        try {
            var source = Class.forName(name, false, WorkerMain.class.getClassLoader());
            return path(
                    Objects.requireNonNull(source.getProtectionDomain().getCodeSource(), name)
                            .getLocation());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The document worker lacks " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar within a jar is copied out: the worker's loader knows no such thing. */
    private static Path path(URL location) throws IOException {
        if (location.getProtocol().equals("file")) {
            return Path.of(URI.create(location.toString()));
        }
        var copy = Files.createTempFile("portal-desk-document-worker", ".jar");
        copy.toFile().deleteOnExit();
        try (var jar = location.openStream();
                var out = Files.newOutputStream(copy)) {
            jar.transferTo(out);
        }
        return copy;
    }
}
