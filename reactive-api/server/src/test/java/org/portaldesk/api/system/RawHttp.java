package org.portaldesk.api.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP by hand, because no client lets each of a thousand requests come from an address of its own.
 */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * @param body without the headers; empty when the connection broke before an answer
     */
    record Answer(int status, String body) {

        static final Answer NONE = new Answer(0, "");
    }

    private RawHttp() {}

    static int get(int port, String path) throws IOException {
        return exchange(port, "127.0.0.1", "GET " + path + " HTTP/1.1", "").status;
    }

    /** Posts JSON from that loopback address. */
    static Answer post(int port, String from, String path, String json) throws IOException {
        return exchange(
                port, from, "POST " + path + " HTTP/1.1\r\nContent-Type: application/json", json);
    }

    private static Answer exchange(int port, String from, String head, String body)
            throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var request =
                    "%s\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(head, bytes.length);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
            return parse(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parse(String answer) {
        var split = answer.indexOf("\r\n\r\n");
        if (split < 0) {
            return Answer.NONE;
        }
        return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(split + 4));
    }
}
