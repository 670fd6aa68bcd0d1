package io.foxden.dist.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections on 127.0.0.1 and never says a word: the worst way of being unreachable. */
final class Blackhole implements AutoCloseable {
    private final ServerSocket entrance;
    private final List<Socket> taken = new CopyOnWriteArrayList<>();

    private Blackhole(ServerSocket entrance) {
        this.entrance = entrance;
    }

    static Blackhole open() throws IOException {
        return at(0);
    }

    /** @param port that was another's before; 0 for one chosen by the system */
    static Blackhole at(int port) throws IOException {
        Blackhole blackhole = new Blackhole(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(blackhole::take, "blackhole");
        thread.setDaemon(true);
        thread.start();
        return blackhole;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + path);
    }

    /** How many connections it has taken. */
    int taken() {
        return taken.size();
    }

    private void take() {
        try {
            while (true) {
                taken.add(entrance.accept());
            }
        } catch (IOException closed) {
            // The end: nobody comes any more.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }
}
