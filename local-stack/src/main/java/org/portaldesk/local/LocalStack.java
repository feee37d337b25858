package org.portaldesk.local;

import java.nio.file.Path;
import java.util.List;

/** The program behind the script {@code portal-desk}. */
public final class LocalStack {

    private static final String USAGE =
            """
            Usage: portal-desk COMMAND

              start [--detach] [--empty]  start everything; --detach returns when it is ready,
                                          --empty leaves the sample hospital out of a first start
              stop                        end everything
              status                      what runs, and whether it is ready
              import DIR [--url URL]      send a folder of FHIR files (ndjson, ndjson.gz) to the API
              verify-audit                hold the record against its seal, without the API
            """;

    private LocalStack() {}

    public static void main(String[] arguments) {
        // Not by a file named logback.xml: tests that have us on their class path would take it for
        // theirs.
        System.setProperty("logback.configurationFile", "org/portaldesk/local/logging.xml");
        try {
            System.exit(run(List.of(arguments), Place.of(System.getenv())));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (RuntimeException e) {
            System.err.println(reason(e));
            System.exit(1);
        }
    }

    private static int run(List<String> arguments, Place place) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> options = arguments.stream().skip(1).toList();
        return switch (command) {
            case "start" -> start(options, place);
            case "stop" -> new StopCommand(place).run();
            case "status" -> new StatusCommand(place).run();
            case "import" -> send(options, place);
            case "verify-audit" -> new VerifyCommand(place).run();
            // Not in the usage: what the demonstration on containers is made of.
            case "mail" -> Demonstration.of(System.getenv()).mail();
            case "sample" -> Demonstration.of(System.getenv()).sample();
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static int start(List<String> options, Place place) {
        boolean empty = options.contains("--empty");
        boolean detach = options.contains("--detach");
        if (options.size() != (empty ? 1 : 0) + (detach ? 1 : 0)) {
            throw new IllegalArgumentException(USAGE);
        }
        return detach
                ? new DetachedStart(place, empty).run()
                : new StartCommand(place, empty, new Progress(System.out)).run();
    }

    private static int send(List<String> options, Place place) {
        boolean elsewhere = options.size() == 3 && options.get(1).equals("--url");
        if (options.size() != 1 && !elsewhere) {
            throw new IllegalArgumentException(USAGE);
        }
        AccessFile access = AccessFile.read(place.access());
        if (!elsewhere) {
            requireOurs(place);
        }
        String url = elsewhere ? options.get(2) : access.api();
        return new ImportCommand(new FhirImport(url, access.feed()), new Progress(System.out))
                .run(FhirImport.files(Path.of(options.getFirst())));
    }

    /** What is sent holds the feed's token. */
    private static void requireOurs(Place place) {
        var api = Application.Address.api(place.installation());
        if (!api.readyAs(place.processes().pid("api"))) {
            throw new IllegalStateException("The API of this system does not run; nothing is sent");
        }
    }

    private static String reason(Throwable failure) {
        var reason = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            reason.append("\n  because: ").append(cause.getMessage());
        }
        return reason.toString();
    }
}
