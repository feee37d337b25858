package org.portaldesk.testing.net;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections on which somebody has begun a request and says no more. */
public final class HalfSent implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    /**
     * Opens so many, which begin in turn with each of these.
     *
     * @param beginnings ASCII; empty for those who say nothing at all
     * @param patience how long each is waited for later on
     */
    public static HalfSent open(int port, int many, List<String> beginnings, Duration patience)
            throws IOException {
        var opened = new HalfSent();
        try {
            for (var at = 0; at < many; at++) {
                opened.add(port, beginnings.get(at % beginnings.size()), patience);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void add(int port, String beginning, Duration patience) throws IOException {
        var socket = new Socket("localhost", port);
        sockets.add(socket);
        socket.setSoTimeout((int) patience.toMillis());
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Returns when the server has ended each of them, with a last word or without.
     *
     * @throws java.net.SocketTimeoutException if it lets one be for longer than the patience
     */
    public void awaitEnded() throws IOException {
        for (var socket : sockets) {
            awaitEnd(socket);
        }
    }

    private static void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            if (!String.valueOf(reset.getMessage()).contains("reset")) {
                throw reset;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
