package org.portaldesk.document;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells, from where a worker stands, what it can reach. */
public final class Probe {

    private Probe() {}

    /** The port and the file are found in the worker's folder, for it is told nothing else. */
    public static void main(String... arguments) throws IOException {
        var asked = Files.readAllLines(Path.of("asked"));
        System.out.println("environment " + String.join(",", System.getenv().keySet()));
        System.out.println("network " + connects(Integer.parseInt(asked.get(0))));
        System.out.println("file " + Files.isReadable(Path.of(asked.get(1))));
    }

    private static boolean connects(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException none) {
            return false;
        }
    }
}
