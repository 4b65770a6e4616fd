package org.saldo.bench;

import java.lang.management.ManagementFactory;

/** The most heap that was in use right after a collection, looked at four times a second. */
final class HeapPeak implements AutoCloseable {

    private final Thread watcher = new Thread(this::watch, "heap-peak");
    private volatile boolean stopped;
    private volatile long most;

    HeapPeak() {
        System.gc();
        watcher.setDaemon(true);
        watcher.start();
    }

    long megabytes() {
        return most >> 20;
    }

    @Override
    public void close() {
        stopped = true;
        watcher.interrupt();
    }

    private void watch() {
        while (!stopped) {
            long used = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getCollectionUsage() != null)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
            most = Math.max(most, used);
            try {
                Thread.sleep(250);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
