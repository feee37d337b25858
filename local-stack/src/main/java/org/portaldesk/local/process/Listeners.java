package org.portaldesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who listens on a port where programs of this machine look for {@code localhost}: on its loopback
 * addresses or on all of them. Linux tells it; elsewhere nobody is known.
 *
 * @param sockets by the number that the kernel gave them
 */
record Listeners(Set<String> sockets) {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    /** Addresses as the kernel writes them: all, 127.x.x.x, ::1, and 127.x.x.x as sixteen bytes. */
    private static final String LOCAL =
            "0{8}|[0-9A-F]{6}7F|0{32}|0{24}01000000|0{16}FFFF0{4}[0-9A-F]{6}7F";

    static Listeners on(int port) {
        String address = "(?:%s):%04X".formatted(LOCAL, port);
        return new Listeners(
                Stream.of("tcp", "tcp6")
                        .flatMap(kind -> lines(PROC.resolve("net").resolve(kind)))
                        .map(line -> line.strip().split("\\s+"))
                        .filter(words -> words.length > 9 && words[1].matches(address))
                        .filter(words -> words[3].equals(LISTENING))
                        .map(words -> "socket:[" + words[9] + "]")
                        .collect(Collectors.toSet()));
    }

    /** Whether this system tells who listens. */
    static boolean known() {
        return Files.isReadable(PROC.resolve("net/tcp"));
    }

    boolean isEmpty() {
        return sockets.isEmpty();
    }

    /** Whether each of them is held by this process or one that it has started. */
    boolean allHeldBy(ProcessHandle process) {
        Set<String> missing = new HashSet<>(sockets);
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(one -> missing.removeAll(held(one)));
        return missing.isEmpty();
    }

    /** The process that holds one of them, as far as we may look into it. */
    Optional<ProcessHandle> holder() {
        return ProcessHandle.allProcesses()
                .filter(process -> held(process).stream().anyMatch(sockets::contains))
                .findFirst();
    }

    private static Set<String> held(ProcessHandle process) {
        try (Stream<Path> open = Files.list(PROC.resolve(process.pid() + "/fd"))) {
            return open.map(Listeners::target).collect(Collectors.toSet());
        } catch (IOException | RuntimeException e) {
            // Gone meanwhile, or somebody else's.
            return Set.of();
        }
    }

    private static String target(Path open) {
        try {
            return Files.readSymbolicLink(open).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return List.<String>of().stream();
        }
    }
}
