package org.saldo.ledger;

import java.util.List;
import java.util.Optional;

/** The companies of this hub; the first is meant where none is named. */
public record Companies(List<Company> all) {

    public Companies {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one company");
        }
        if (all.stream().map(Company::id).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two companies have the same id");
        }
    }

    public Company standard() {
        return all.get(0);
    }

    public Optional<Company> find(String id) {
        return all.stream().filter(company -> company.id().equals(id)).findFirst();
    }

    /** @throws Refused when no company has this id */
    public Company get(String id) {
        return find(id).orElseThrow(() -> new Refused("company '" + id + "' is not known; the companies are "
                + all.stream().map(Company::id).toList() + " (config/policies/companies.yaml)"));
    }
}
