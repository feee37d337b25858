package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.portaldesk.console.widget.Texts;

/** Takes scanned pages from the desk's computer; they wait on disk until they are sent on. */
final class FormUpload extends Composite<Upload> {

    private static final long serialVersionUID = 1L;

    static final int MOST_FILES = 10;

    /**
     * @param taken hears of each file
     * @param removed hears the name of one that was taken away again
     */
    FormUpload(SerializableConsumer<Scan> taken, SerializableConsumer<String> removed) {
        var upload = getContent();
        upload.setUploadHandler(new ScanUpload(taken));
        upload.setAcceptedMimeTypes("application/pdf", "image/png", "image/jpeg", "image/tiff");
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(ScanSpool.MOST_BYTES);
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
}
