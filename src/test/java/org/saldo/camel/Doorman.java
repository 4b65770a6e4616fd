package org.saldo.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Listens on loopback and gives each guest a thread of its own. */
final class Doorman implements AutoCloseable {

    private final ServerSocket socket;

    /** @param port 0 for any that is free */
    Doorman(int port, Consumer<Socket> host) {
        try {
            socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        inBackground(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket guest = socket.accept();
                    inBackground(() -> host.accept(guest));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "doorman");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
