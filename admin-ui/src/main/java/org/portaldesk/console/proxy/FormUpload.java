package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Texts;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Takes scanned pages from the desk's computer; they stay in memory until they are sent on. */
final class FormUpload extends Composite<Upload> {

    private static final long serialVersionUID = 1L;

    static final int MOST_FILES = 10;
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    /**
     * @param taken hears of each file
     * @param removed hears the name of one that was taken away again
     */
    FormUpload(SerializableConsumer<Resource> taken, SerializableConsumer<String> removed) {
        var upload = getContent();
        upload.setUploadHandler(
                UploadHandler.inMemory(
                        (metadata, bytes) -> taken.accept(new Scan(metadata.fileName(), bytes))));
        upload.setAcceptedMimeTypes("application/pdf", "image/png", "image/jpeg", "image/tiff");
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(Texts.text("upload.choose")));
        upload.setDropLabel(new Span(Texts.text("upload.drop")));
        upload.setI18n(words());
        upload.addFileRemovedListener(event -> removed.accept(event.getFileName()));
    }

    private static UploadI18N words() {
        var errors =
                new UploadI18N.Error()
                        .setTooManyFiles(Texts.text("upload.tooMany"))
                        .setFileIsTooBig(Texts.text("upload.tooBig"))
                        .setIncorrectFileType(Texts.text("upload.wrongType"));
        return new UploadI18N()
                .setError(errors)
                .setUploading(
                        new UploadI18N.Uploading()
                                .setError(
                                        new UploadI18N.Uploading.Error()
                                                .setServerUnavailable(Texts.text("failure.away"))
                                                .setUnexpectedServerError(
                                                        Texts.text("failure.broken"))))
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }

    /** Files need a name to be files; what it says does not count. */
    private static final class Scan extends ByteArrayResource {

        private final String name;

        Scan(String name, byte[] bytes) {
            super(bytes);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
