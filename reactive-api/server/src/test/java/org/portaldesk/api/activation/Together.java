package org.portaldesk.api.activation;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people at the same moment. */
final class Together {

    private Together() {}

    static <T> List<T> at(int people, IntFunction<T> act) {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, people)
                            .mapToObj(
                                    person ->
                                            threads.submit(
                                                    () -> {
                                                        go.await();
                                                        return act.apply(person);
                                                    }))
                            .toList();
            go.countDown();
            return running.stream().map(Together::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
