package org.saldo.bench;

/** What one course measured. Rates are rows of the files (an invoice and a payment are two) a second of wall-clock time. */
record Result(long rows, Figures intake, Figures yardstick, Figures open, Figures reconcile, Figures decided,
              Figures duck, Figures verify) {

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

    double reconcileCpuSeconds() {
        return reconcile.sum("reconcile.cpu", "server.cpu");
    }

    /** How often as long as writing the same rows and changes takes the whole run of cash application. */
    double timesDecided() {
        return reconcileSeconds() / decided.get("decided");
    }

    /** The same in processor seconds of the hub and the server. */
    double cpuTimesDecided() {
        return reconcileCpuSeconds() / decided.sum("decided.cpu", "server.cpu");
    }

    /** From the files to committed allocations, against DuckDB from the same files to what is open: how often as long. */
    double timesDuck() {
        return (intakeSeconds() + reconcileSeconds()) / duck.get("duckdb");
    }

    /** The same in processor seconds of the hub and the server. */
    double cpuTimesDuck() {
        return (intakeCpuSeconds() + reconcileCpuSeconds()) / duck.get("duckdb.cpu");
    }
}
