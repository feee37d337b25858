package org.portaldesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.portaldesk.document.WorkerCommand.Keeping;
import org.portaldesk.testing.paper.Papers;

/**
 * Strangers' files against a real worker: each has its answer in time, whatever it does to the
 * process.
 */
class DocumentWorkerIT {

    /** Shorter here than in service, so that the slowest files do not hold up all tests. */
    private static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("test.patience", 5));

    /** One of so many files is opened here, and each with the profile {@code races}. */
    private static final int EACH = Integer.getInteger("test.each", 4);

    private static final Duration LONGEST = PATIENCE.plusSeconds(5);
    private static final int AT_ONE_TIME = 2;
    private static final int MUTANTS = Integer.getInteger("test.mutants", 12);

    private DocumentWorker worker = new DocumentWorker(WorkerCommand.here(), PATIENCE);

    private record Outcome(String name, Answer answer, Duration time) {}

    @Test
    void everyHostileFileHasAnAnswerInTimeAndTheNextOneIsDrawn() throws Exception {
        assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(60);
        var files = oneOf(EACH, HostileFiles.all());
        var outcomes = opened(files);
        report("Hostile files", outcomes);

        assertThat(outcomes)
                .allSatisfy(one -> assertThat(one.time).as(one.name).isLessThan(LONGEST));
        assertThat(new DocumentWorker().open(Papers.form("after all that")))
                .isInstanceOf(Answer.Drawn.class);
    }

    @Test
    void everyMutantHasAnAnswerInTime() throws Exception {
        worker = new DocumentWorker();
        var files = new ConcurrentHashMap<String, Supplier<byte[]>>();
        for (var seed = 0; seed < MUTANTS; seed++) {
            var number = seed;
            files.put("mutant " + seed, () -> mutant(number));
        }
        var outcomes = opened(files);
        report("Mutants", outcomes);

        assertThat(outcomes)
                .allSatisfy(
                        one ->
                                assertThat(one.time)
                                        .as(one.name)
                                        .isLessThan(Duration.ofSeconds(25)));
        assertThat(outcomes).anyMatch(one -> one.answer instanceof Answer.Drawn);
        assertThat(outcomes).anyMatch(one -> one.answer instanceof Answer.Refused);
    }

    @Test
    void aWorkerThatTakesTooLongIsKilled() throws IOException {
        var hasty = new DocumentWorker(WorkerCommand.here(), Duration.ofMillis(1));
        assertThat(hasty.open(Papers.form("slow"))).isEqualTo(new Answer.Refused(Refusal.TOO_SLOW));
    }

    @Test
    void aWorkerHasNoEnvironmentAndReachesNoMoreThanItsKeepingLets() throws Exception {
        var here = WorkerCommand.here();
        var classPath = new ArrayList<>(here.classPath());
        classPath.add(
                Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        var secret = Files.createTempFile(Path.of("target"), "secret", "").toAbsolutePath();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.write(
                    here.folder().resolve("asked"),
                    List.of(String.valueOf(server.getLocalPort()), secret.toString()));
            var probe = new WorkerCommand(here.keeping(), classPath, here.folder());
            var process = probe.start(Probe.class);
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).doesNotContain("PATH").doesNotContain("HOME").contains("environment");
            assertThat(said).contains("network " + (here.keeping() == Keeping.NOTHING));
            assertThat(said).contains("file " + (here.keeping() != Keeping.BUBBLEWRAP));
        }
    }

    private static Map<String, Supplier<byte[]>> oneOf(
            int each, Map<String, Supplier<byte[]>> all) {
        var some = new LinkedHashMap<String, Supplier<byte[]>>();
        var place = 0;
        for (var file : all.entrySet()) {
            if (place++ % each == 0) {
                some.put(file.getKey(), file.getValue());
            }
        }
        return some;
    }

    private List<Outcome> opened(Map<String, Supplier<byte[]>> files)
            throws InterruptedException, ExecutionException {
        var calls = new ArrayList<Callable<Outcome>>();
        files.forEach((name, file) -> calls.add(() -> opened(name, file.get())));
        try (var threads = Executors.newFixedThreadPool(AT_ONE_TIME)) {
            var outcomes = new ArrayList<Outcome>();
            for (var one : threads.invokeAll(calls)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private Outcome opened(String name, byte[] file) throws IOException {
        var begin = System.nanoTime();
        var answer = worker.open(file);
        return new Outcome(name, answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void report(String what, List<Outcome> outcomes) {
        System.out.printf(
                "%s: %d opened, %d drawn, kept by %s; the slowest:%n",
                what,
                outcomes.size(),
                outcomes.stream().filter(one -> one.answer instanceof Answer.Drawn).count(),
                worker.keptBy());
        outcomes.stream()
                .sorted(Comparator.comparing(Outcome::time).reversed())
                .limit(12)
                .forEach(
                        one ->
                                System.out.printf(
                                        "  %6d ms  %s: %s%n",
                                        one.time.toMillis(), one.name, one.answer));
    }

    /** A form with some of its bytes changed, cut out, doubled or moved. */
    private static byte[] mutant(int seed) {
        var random = new Random(seed);
        var file = Papers.pdf("mutant", 1 + random.nextInt(2), document -> {});
        for (var change = 0; change <= random.nextInt(20); change++) {
            var at = random.nextInt(file.length - 6);
            var length = Math.min(random.nextInt(40), file.length - 6 - at);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                        System.arraycopy(
                                file, random.nextInt(file.length - length), file, at, length);
                default -> Arrays.fill(file, at, at + length, (byte) random.nextInt());
            }
        }
        // Whatever else it is, it says that it is a PDF.
        var head = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return Papers.joined(file, "\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    }
}
