package io.foxden.dist.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For containers that cannot have a port chosen by the system. */
final class Ports {
    private Ports() {}

    /** The port given, or for 0 one that was free a moment ago. */
    static int orFree(int port) throws IOException {
        if (port != 0) {
            return port;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
