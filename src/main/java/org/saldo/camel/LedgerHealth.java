package org.saldo.camel;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.saldo.store.export.StatusStore;

/** Ready means: the ledger's database answers. It says nothing about being alive; a restart would not cure it. */
final class LedgerHealth extends AbstractHealthCheck {

    private final StatusStore store;

    LedgerHealth(StatusStore store) {
        super("saldo", "ledger-database");
        this.store = store;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Optional<String> fault = store.fault();
        fault.ifPresentOrElse(message -> builder.message("the ledger's database does not answer").down(), builder::up);
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
