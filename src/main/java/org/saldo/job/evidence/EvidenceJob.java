package org.saldo.job.evidence;

import java.io.OutputStream;
import java.util.Locale;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.store.Ledger;
import org.saldo.store.export.EvidenceStore;

/**
 * Packs what proves one customer's account for an auditor or a lawyer: statements as they were sent, answers, the mails of
 * both sides, scans, documents and decisions, and {@code SHA256SUMS} over all of it. The same books give the same bytes.
 */
public final class EvidenceJob {

    private final EvidenceStore store;
    private final Companies companies;

    public EvidenceJob(Ledger ledger, Companies companies) {
        this.store = new EvidenceStore(ledger);
        this.companies = companies;
    }

    /**
     * Writes a ZIP to {@code out}, which stays open, and returns how many files it holds.
     *
     * @param company empty for the standard one
     * @throws Refused when the customer is not known
     */
    public int pack(String company, String customer, OutputStream out) {
        CustomerId id = known(company, customer);
        EvidenceZip zip = new EvidenceZip(out);
        tables(id, zip);
        zip.addTables();
        kept(id, zip);
        return zip.finish();
    }

    /** @throws Refused when the customer is not known */
    public CustomerId known(String company, String customer) {
        CustomerId id = new CustomerId(company.isEmpty() ? companies.standard().id() : companies.get(company).id(), customer);
        if (!store.isKnown(id)) {
            throw new Refused("customer " + customer + ": is not known in company " + id.company()
                    + "; see `saldo export customers`, or give --company");
        }
        return id;
    }

    /** Of the customer's company. */
    Locale language(CustomerId id) {
        return companies.get(id.company()).language();
    }

    public void tables(CustomerId id, EvidenceZip zip) {
        store.tables(id, zip::table);
    }

    public void kept(CustomerId id, EvidenceZip zip) {
        store.kept(id).forEach(kept -> {
            byte[] bytes = store.bytes(kept);
            zip.add(kept.name() + (kept.name().startsWith("scans/") ? ScanKind.endingOf(bytes) : ""),
                    bytes);
        });
    }

    public byte[] bytes(EvidenceStore.Kept kept) {
        return store.bytes(kept);
    }
}
