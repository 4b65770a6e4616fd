package org.saldo.bench;

/** What one course measured. Rates are rows of the files (an invoice and a payment are two) a second of wall-clock time. */
record Result(long rows, Figures intake, Figures yardstick, Figures open, Figures reconcile, Figures verify) {

    double intakeSeconds() {
        return intake.sum("invoices", "payments");
    }

    double intakeCpuSeconds() {
        return intake.sum("invoices.cpu", "payments.cpu", "server.cpu");
    }

    /** How much of the hub's and the server's processor the same rows take by the plain insert: 0.5 is half as much. */
    double cpuRatio() {
        return yardstick.sum("yardstick.cpu", "server.cpu") / intakeCpuSeconds();
    }

    double yardstickSeconds() {
        return yardstick.get("yardstick");
    }

    /** How fast intake is against the plain insert: 0.5 is half its speed. */
    double ratio() {
        return yardstickSeconds() / intakeSeconds();
    }

    double reconcileSeconds() {
        return reconcile.get("reconcile");
    }
}
