package org.portaldesk.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started.
 *
 * @param keeping what the machine keeps the process in
 * @param folder where it begins, empty
 */
record WorkerCommand(Keeping keeping, List<Path> classPath, Path folder) {

    /** A page of letter paper at 600 dpi, in color, and what drawing it takes. */
    private static final String HEAP = "-Xmx384m";

    private static final Path RUNTIME = Path.of(System.getProperty("java.home"));
    private static final Path JAVA = RUNTIME.resolve("bin").resolve("java");

    /** The least that a PDF can be. */
    private static final String TRIAL =
            """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj
            trailer << /Root 1 0 R >>
            %%EOF
            """;

    /** From the safest to none. */
    enum Keeping {
        /** Sees the runtime, its own classes and the fonts, read only, and nothing else. */
        BUBBLEWRAP("bubblewrap: no network, no files"),
        /** Has no network and no other processes in sight, but may read files. */
        NAMESPACES("namespaces: no network"),
        NOTHING("nothing: install bubblewrap, or allow user namespaces");

        private final String says;

        Keeping(String says) {
            this.says = says;
        }
    }

    /** The best that works here, found once by trying. */
    static WorkerCommand here() {
        return Found.HERE;
    }

    private static final class Found {
        private static final WorkerCommand HERE = find();
    }

    private static WorkerCommand find() {
        var classPath = WorkerClassPath.found();
        var folder = emptyFolder();
        return Stream.of(Keeping.values())
                .map(keeping -> new WorkerCommand(keeping, classPath, folder))
                .filter(WorkerCommand::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No document worker starts here"));
    }

    String keptBy() {
        return keeping.says;
    }

    Process start() throws IOException {
        return start(WorkerMain.class);
    }

    Process start(Class<?> main) throws IOException {
        return started(jvm(main.getName()));
    }

    private boolean works() {
        try {
            var trial = TRIAL.getBytes(StandardCharsets.US_ASCII);
            return new DocumentWorker(this, DocumentWorker.PATIENCE).open(trial)
                    instanceof Answer.Drawn;
        } catch (IOException notHere) {
            return false;
        }
    }

    /** Secrets are in the environment and in arguments: the worker gets neither. */
    private Process started(List<String> program) throws IOException {
        var command = new ArrayList<>(kept());
        command.addAll(program);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        return builder.directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> jvm(String main) {
        return List.of(
                JAVA.toString(),
                HEAP,
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator"))),
                main);
    }

    private List<String> kept() {
        return switch (keeping) {
            case NOTHING -> List.of();
            case NAMESPACES ->
                    List.of(
                            "unshare",
                            "--user",
                            "--map-current-user",
                            "--net",
                            "--ipc",
                            "--uts",
                            "--pid",
                            "--fork",
                            "--kill-child");
            case BUBBLEWRAP -> bubblewrap();
        };
    }

    private List<String> bubblewrap() {
        var command =
                new ArrayList<>(
                        List.of(
                                "bwrap",
                                "--unshare-all",
                                "--die-with-parent",
                                "--new-session",
                                "--clearenv",
                                "--proc",
                                "/proc",
                                "--dev",
                                "/dev",
                                "--tmpfs",
                                "/tmp",
                                "--bind",
                                folder.toString(),
                                folder.toString(),
                                "--chdir",
                                folder.toString()));
        seen().forEach(path -> command.addAll(List.of("--ro-bind-try", path, path)));
        return command;
    }

    private Stream<String> seen() {
        return Stream.concat(
                Stream.of(
                        "/usr/lib",
                        "/usr/share/fonts",
                        "/lib",
                        "/lib64",
                        "/etc/fonts",
                        "/etc/ld.so.cache"),
                Stream.concat(
                        Stream.of(RUNTIME.toString()), classPath.stream().map(Path::toString)));
    }

    private static Path emptyFolder() {
        try {
            var folder = Files.createTempDirectory("portal-desk-documents");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
