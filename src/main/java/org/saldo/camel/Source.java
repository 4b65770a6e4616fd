package org.saldo.camel;

import java.util.Iterator;
import java.util.Map;
import org.saldo.job.Jobs;
import org.saldo.job.Work;

/** What source routes ask for and hand over: the bean {@code source}. Rows are read one by one, however many. */
public final class Source {

    private final Jobs jobs;
    private final Work work;
    private final Today today;

    Source(Jobs jobs, Work work, Today today) {
        this.jobs = jobs;
        this.work = work;
        this.today = today;
    }

    /** The SQL of the mapping, from where it was read last. */
    public String question(String mapping) {
        return jobs.intake().question(jobs.incoming().source(mapping));
    }

    /** Takes in what the database answered. */
    public void takeIn(Iterator<Map<String, Object>> rows, String mapping) {
        work.takeRows(jobs.incoming().source(mapping), rows, today.day());
    }
}
