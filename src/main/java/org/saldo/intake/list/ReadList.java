package org.saldo.intake.list;

import java.util.List;
import java.util.Set;
import org.saldo.intake.Rejection;
import org.saldo.statement.bridge.TheirList;

/**
 * A list that was read, what was noticed about it on the way, in English for the people of the house, and the rows whose
 * amounts could not be understood.
 *
 * @param references to statements of ours that stand anywhere in it, as ours do
 */
public record ReadList(TheirList list, List<String> remarks, List<Rejection> rejected, Set<String> references) {

    public ReadList {
        references = Set.copyOf(references);
        remarks = List.copyOf(remarks);
        rejected = List.copyOf(rejected);
    }
}
