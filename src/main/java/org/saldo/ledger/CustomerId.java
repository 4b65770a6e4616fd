package org.saldo.ledger;

/** A customer of one company: the seller's legal entity and the customer's number there, such as {@code main/C-0017}. */
public record CustomerId(String company, String number) implements Comparable<CustomerId> {

    public CustomerId {
        Texts.require(company, "company");
        Texts.require(number, "customer number");
    }

    @Override
    public int compareTo(CustomerId other) {
        int byCompany = company.compareTo(other.company);
        return byCompany != 0 ? byCompany : number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return company + "/" + number;
    }
}
