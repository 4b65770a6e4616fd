package org.saldo.bench;

/** Seconds, and processor seconds of this process and of the database's server, counted while it runs. */
final class Gauge {

    private final Stopwatch watch = new Stopwatch();
    private final Place place;
    private double server;

    Gauge(Place place) {
        this.place = place;
    }

    void time(Stopwatch.Work work) throws Exception {
        double before = place.serverCpuSeconds();
        watch.time(work);
        server += place.serverCpuSeconds() - before;
    }

    double seconds() {
        return watch.seconds();
    }

    /** The server's processor seconds alone. */
    double server() {
        return server;
    }

    /** Processor seconds, the server's included. */
    double cpuSeconds() {
        return watch.cpuSeconds() + server;
    }
}
