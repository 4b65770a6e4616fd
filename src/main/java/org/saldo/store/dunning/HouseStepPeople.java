package org.saldo.store.dunning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.store.Ledger;

/** By which ladder steps inside the house were taken, and who sells to their customers. */
public final class HouseStepPeople {

    private HouseStepPeople() {
    }

    /** @param salesperson as the latest master data have it, may be empty */
    public record About(String ladder, String salesperson) {
    }

    /** By the step's id. */
    public static Map<Long, About> of(Ledger ledger, List<Long> steps) {
        Map<Long, About> about = new HashMap<>();
        if (!steps.isEmpty()) {
            ledger.database().jdbi().useHandle(handle -> handle.createQuery("""
                            SELECT h.house_step_id, h.ladder, %s
                            FROM house_step h WHERE h.house_step_id IN (<steps>)""".formatted(HouseStepStore.OF_CUSTOMER
                            .formatted("salesperson")))
                    .bindList("steps", steps).map((row, context) -> about.put(row.getLong(1), new About(row.getString(2),
                            row.getString(3) == null ? "" : row.getString(3)))).list());
        }
        return about;
    }
}
