package org.portaldesk.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The process that opens one file: in by standard input, out by standard output, then gone. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String... arguments) throws IOException {
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            // A library that prints something would spoil the answer.
            System.setOut(System.err);
            answer(System.in.readAllBytes()).writeTo(out);
        }
    }

    private static Answer answer(byte[] file) {
        try {
            return new FormReader().read(file);
        } catch (RefusedDocument refused) {
            return new Answer.Refused(refused.why());
        }
    }
}
