package org.saldo.bench;

/** What one course measured. Rates are rows of the files (an invoice and a payment are two) a second of wall-clock time. */
record Result(long rows, Figures intake, Figures yardstick, Figures open, Figures verify) {

    double intakeSeconds() {
        return intake.sum("invoices", "payments");
    }

    double intakeCpuSeconds() {
        return intake.sum("invoices.cpu", "payments.cpu");
    }

    double yardstickSeconds() {
        return yardstick.get("yardstick");
    }

    /** How fast intake is against the plain insert: 0.5 is half its speed. */
    double ratio() {
        return yardstickSeconds() / intakeSeconds();
    }
}
