package org.saldo.store.verify;

/** The promises of the ledger that stored rows can prove. */
public enum Promise {
    I1("amounts are exact: none has more digits than its currency, and none is without one"),
    I2("rows are never changed, removed or slipped in: every batch holds the rows that it was published with"),
    I3("one source document is one item and one bank line one receipt: the keys are unique, and a version counts only"
            + " when the one before it is cancelled"),
    I4("on no day is a receipt applied beyond its amount, and what is left of it is its unapplied cash"),
    I5("on no day is an item settled beyond its amount, and what is left of it is open"),
    I6("an allocation stays in one company, one currency and with its customer, or names the other one that paid"),
    I7("for every customer and currency the movements add up to the open items less the unapplied cash"),
    I8("a statement opens with what the one before it closed with, or with what has become known since"),
    I9("every event posts as much debit as credit, and the accounts agree with the open items and the receipts"),
    I10("a statement's balances follow from what was known when it was made, and the bytes that were sent are kept"),
    I11("replaying the rows from nothing gives the open items and receipts as they stand"),
    I12("a reversal names one row of its own kind, takes back exactly its amount, and does so once"),
    I13("a reminder listed only items that were open with that amount, not cancelled and not blocked, and asked for nothing"
            + " that was disputed, promised or in a plan that was kept"),
    I14("one mail a business key, accepted by the mail server once unless a person had it sent again"),
    I16("every automatic decision names its rule and version, and its evidence can still be found"),
    I18("every batch names its actor and its instant, and the hash chain over all batches is whole"),
    I19("what was read is what was accepted, known already or rejected, and the rows are there"),
    I20("days overdue follow from the due date and the day of the run alone; nothing is posted before it counts"),
    I21("cash that settles an item of another currency counts in both, and where a rule settled it, at the rate that the"
            + " bank's own words give"),
    I22("nobody has released what he had proposed himself"),
    I25("every answer is to the hash of one statement, and one that a mail gave by itself can be proved from the kept mail: its"
            + " token, its sender and what vouched for him"),
    I26("every statement is in the register of its company, whose numbers have no gap and whose hash chain is whole"),
    I27("no statement shows a bank account that two different people had not released when it was made"),
    I31("what an answer has paused stands on the reminder or statement that it answers, is the customer's, and its mail is kept"),
    I32("deliveries are held or released only after they were asked to be, one step after another, and when the ERP or a person"
            + " has said so"),
    I28("no day of an item bears interest in two documents, nor is its lump sum charged twice, and a document charges what its"
            + " items bear");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
