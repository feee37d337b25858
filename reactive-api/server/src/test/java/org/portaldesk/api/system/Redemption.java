package org.portaldesk.api.system;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Very many people with the same code at the same moment, each at an address of their own: the
 * throttle rightly shuts out those who failed in an earlier round.
 */
record Redemption(int port, Person person, String code) {

    List<RawHttp.Answer> byMany(int people) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, people)
                            .mapToObj(i -> threads.submit(attempt(start, i)))
                            .toList();
            start.countDown();
            return answers.stream().map(Redemption::outcome).toList();
        }
    }

    private Callable<RawHttp.Answer> attempt(CountDownLatch start, int number) {
        return () -> {
            start.await();
            return once("127." + person.number() + "." + number / 250 + "." + (number % 250 + 1));
        };
    }

    RawHttp.Answer once(String from) {
        try {
            return RawHttp.post(port, from, "/portal/activations", body());
        } catch (IOException broken) {
            return RawHttp.Answer.NONE;
        }
    }

    private String body() {
        return """
        {"code": "%s", "birthDate": "%s", "ssnLast4": "%s", "username": "%s", "password": "a long enough password 7"}
        """
                .formatted(code, person.birthDate(), person.ssnLast4(), person.username());
    }

    private static RawHttp.Answer outcome(Future<RawHttp.Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
