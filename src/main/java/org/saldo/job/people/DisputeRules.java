package org.saldo.job.people;

import org.saldo.dunning.DisputePolicy;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Company;

/** The clocks of disputes, promises and plans, and the calendars by which they run. */
public record DisputeRules(DisputePolicy policy, BusinessCalendars calendars) {

    public BusinessCalendar calendar(Company company) {
        return calendars.of(company.country());
    }
}
