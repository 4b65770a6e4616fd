package org.saldo.bench;

import java.lang.management.ManagementFactory;

/** Wall-clock and processor seconds of this process, counted while it runs. */
final class Stopwatch {

    private double seconds;
    private double cpuSeconds;

    /** Work that may fail as the work of a benchmark does. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        work.run();
        seconds += (System.nanoTime() - start) / 1e9;
        cpuSeconds += (cpuNanos() - cpu) / 1e9;
    }

    double seconds() {
        return seconds;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    /** Tells the seconds under {@code name}, and the processor's under {@code name.cpu}. */
    void tell(String name) {
        Figures.tell(name, seconds);
        Figures.tell(name + ".cpu", cpuSeconds);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
