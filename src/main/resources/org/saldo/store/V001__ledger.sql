-- The ledger. Rows of these tables are written once; a correction is a new row that names what it reverses.
-- A row belongs to a batch and counts from the instant at which its batch was published (batch.known_at).
-- Amounts are in whole currency with at most four decimals; days are calendar days of the company.
--
-- HSQLDB makes an index for every foreign key. So there, the indexes on foreign keys below are left out, and rows do not
-- refer to their batch: that index would take a quarter of the time of every insert. No reader sees a row without a batch.
--
-- Tables with a row for each invoice or payment refer neither to their batch nor to the receipt and the item that they are
-- about: PostgreSQL looks each up and writes a lock on it, half of what writing a decision costs. Nothing that a row is
-- about is ever removed, it is written only together with a change of what is open of it, and `verify` looks for strays.
-- So do reminders, their items and their mails: all of one are written in one transaction.
-- PostgreSQL leaves rows that have no value out of an index; HSQLDB cannot.

CREATE SEQUENCE ledger_row_id START WITH 1000 INCREMENT BY 1000;

CREATE TABLE batch (
    batch_id        BIGINT       NOT NULL PRIMARY KEY,
    kind            VARCHAR(20)  NOT NULL,
    actor           VARCHAR(100) NOT NULL,
    business_day    DATE         NOT NULL,
    started_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    lease_name      VARCHAR(80),
    known_at        TIMESTAMP(6) WITH TIME ZONE,
    row_count       BIGINT,
    content_hash    VARCHAR(64),
    chain_hash      VARCHAR(64),
    CONSTRAINT batch_known_once UNIQUE (known_at)
);

CREATE TABLE ledger_clock (
    only_row        INTEGER      NOT NULL PRIMARY KEY,
    ticks           BIGINT       NOT NULL,
    last_known_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_chain_hash VARCHAR(64)  NOT NULL,
    CONSTRAINT ledger_clock_is_one CHECK (only_row = 1)
);
INSERT INTO ledger_clock VALUES (1, 0, TIMESTAMP '2000-01-01 00:00:00', 'genesis');

-- What came in -------------------------------------------------------------------------------------------------

CREATE TABLE intake_file (
    file_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    file_name       VARCHAR(200) NOT NULL,
    sha256          VARCHAR(64)  NOT NULL,
    opening         BOOLEAN      NOT NULL,
    read_count      BIGINT       NOT NULL,
    accepted_count  BIGINT       NOT NULL,
    duplicate_count BIGINT       NOT NULL,
    rejected_count  BIGINT       NOT NULL,
    CONSTRAINT intake_file_adds_up CHECK (read_count = accepted_count + duplicate_count + rejected_count)
);
CREATE INDEX intake_file_by_hash ON intake_file (sha256);

CREATE TABLE rejection (
    rejection_id    BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    file_id         BIGINT       NOT NULL,
    line_number     BIGINT       NOT NULL,
    field           VARCHAR(60)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    remedy          VARCHAR(500) NOT NULL
);
CREATE INDEX rejection_by_file ON rejection (file_id);

-- A refused file or its refused rows were taken in again: by whom, and as which file.
CREATE TABLE rejection_retry (
    retry_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    file_id         BIGINT       NOT NULL,
    retried_as      BIGINT       NOT NULL
);

CREATE TABLE customer (
    row_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    name            VARCHAR(200) NOT NULL,
    name_key        VARCHAR(200) NOT NULL,
    country         VARCHAR(2)   NOT NULL,
    language_code   VARCHAR(10)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    email           VARCHAR(250) NOT NULL,
    iban            VARCHAR(40)  NOT NULL,
    payment_terms   VARCHAR(40)  NOT NULL,
    salesperson     VARCHAR(100) NOT NULL,
    legal_name      VARCHAR(200) NOT NULL,
    legal_name_key  VARCHAR(200) NOT NULL,
    tax_id          VARCHAR(40)  NOT NULL,
    statement_email VARCHAR(250) NOT NULL,
    reminder_email  VARCHAR(250) NOT NULL,
    contact_name    VARCHAR(200) NOT NULL,
    time_zone       VARCHAR(60)  NOT NULL,
    segment         VARCHAR(60)  NOT NULL,
    credit_limit    NUMERIC(19,4),
    dunning_policy  VARCHAR(60)  NOT NULL,
    allocation_policy VARCHAR(60) NOT NULL,
    parent_number   VARCHAR(60)  NOT NULL,
    intercompany    BOOLEAN      NOT NULL,
    natural_person  BOOLEAN      NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL
);
CREATE INDEX customer_by_number ON customer (company, customer_id);
CREATE INDEX customer_by_iban ON customer (iban);
CREATE INDEX customer_by_name ON customer (name_key);

CREATE TABLE document (
    item_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    document_type   VARCHAR(20)  NOT NULL,
    document_number VARCHAR(60)  NOT NULL,
    instalment      INTEGER      NOT NULL,
    version         INTEGER      NOT NULL,
    number_key      VARCHAR(60)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    issue_date      DATE         NOT NULL,
    due_date        DATE         NOT NULL,
    posting_date    DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    open_at_start   NUMERIC(19,4) NOT NULL,
    opening_level   INTEGER,
    tax_breakdown   VARCHAR(500) NOT NULL,
    discount_percent NUMERIC(7,4),
    discount_until  DATE,
    retention_amount NUMERIC(19,4),
    payment_reference VARCHAR(60) NOT NULL,
    purchase_order  VARCHAR(60)  NOT NULL,
    aliases         VARCHAR(500) NOT NULL,
    salesperson     VARCHAR(100) NOT NULL,
    original_document VARCHAR(60) NOT NULL,
    description     VARCHAR(500) NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL,
    CONSTRAINT document_once UNIQUE (company, document_number, document_type, instalment, version),
    CONSTRAINT document_amount_positive CHECK (amount > 0),
    CONSTRAINT document_open_within_amount CHECK (open_at_start > 0 AND open_at_start <= amount)
);
CREATE INDEX document_by_customer ON document (company, customer_id);
CREATE INDEX document_by_number_key ON document (number_key);

-- Other names that a customer may quote for a document: payment reference and aliases, as reference keys.
CREATE TABLE document_reference (
    reference_id    BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    item_id         BIGINT       NOT NULL,
    reference_key   VARCHAR(60)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL
);
CREATE INDEX document_reference_by_key ON document_reference (reference_key);

-- A dated change of what a document says beside its amount, currency and customer.
CREATE TABLE amendment (
    amendment_id    BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    field           VARCHAR(40)  NOT NULL,
    old_value       VARCHAR(500) NOT NULL,
    new_value       VARCHAR(500) NOT NULL,
    effective_on    DATE         NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL
);
${index_on_foreign_key} amendment_by_item ON amendment (item_id);

-- A document that should not be: voided by a person, or replaced by a new version from the source database.
CREATE TABLE cancellation (
    cancellation_id BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    balance_effect  NUMERIC(19,4) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    effective_on    DATE         NOT NULL,
    posting_date    DATE         NOT NULL,
    reverses        BIGINT       REFERENCES cancellation,
    CONSTRAINT cancellation_reversed_once UNIQUE (reverses)
);
${index_on_foreign_key} cancellation_by_item ON cancellation (item_id);
CREATE INDEX cancellation_by_customer ON cancellation (company, customer_id);

CREATE TABLE receipt (
    receipt_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    account         VARCHAR(40)  NOT NULL,
    payment_id      VARCHAR(80)  NOT NULL,
    booking_date    DATE         NOT NULL,
    value_date      DATE         NOT NULL,
    posting_date    DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    payer_name      VARCHAR(200) NOT NULL,
    payer_iban      VARCHAR(40)  NOT NULL,
    end_to_end_id   VARCHAR(80)  NOT NULL,
    remittance_text VARCHAR(2000) NOT NULL,
    bank_reference  VARCHAR(80)  NOT NULL,
    structured_reference VARCHAR(60) NOT NULL,
    instrument      VARCHAR(20)  NOT NULL,
    maturity_date   DATE,
    return_of       VARCHAR(80)  NOT NULL,
    return_reason   VARCHAR(60)  NOT NULL,
    payer_country   VARCHAR(2)   NOT NULL,
    original_amount NUMERIC(19,4),
    original_currency VARCHAR(3),
    exchange_rate   NUMERIC(19,9),
    opening         BOOLEAN      NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL,
    CONSTRAINT receipt_once UNIQUE (payment_id, account, company),
    CONSTRAINT receipt_not_zero CHECK (amount <> 0)
);

CREATE TABLE remittance_line (
    line_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    advice_id       VARCHAR(80)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    payment_date    DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    document_number VARCHAR(60)  NOT NULL,
    occurrence      INTEGER      NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    deduction_amount NUMERIC(19,4),
    deduction_reason VARCHAR(60) NOT NULL,
    payment_reference VARCHAR(80) NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL,
    CONSTRAINT remittance_line_once UNIQUE (company, advice_id, document_number, occurrence)
);
CREATE INDEX remittance_line_by_customer ON remittance_line (company, customer_id);

-- What the ERP's control account says. A later row for the same day and account replaces an earlier one.
CREATE TABLE control_balance (
    control_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    as_of           DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    balance         NUMERIC(19,4) NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    account         VARCHAR(60)  NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL
);
CREATE INDEX control_balance_by_day ON control_balance (company, as_of);

-- What was decided -----------------------------------------------------------------------------------------------

-- Whose a receipt is and what becomes of it, by a rule or a person. The latest published row of a receipt holds.
CREATE TABLE decision (
    decision_id     BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    receipt_id      BIGINT       NOT NULL,
    outcome         VARCHAR(10)  NOT NULL,
    reason          VARCHAR(60)  NOT NULL,
    disposition     VARCHAR(20)  NOT NULL,
    customer_id     VARCHAR(60),
    previous_customer_id VARCHAR(60),
    currency        VARCHAR(3)   NOT NULL,
    receipt_amount  NUMERIC(19,4) NOT NULL,
    rule            VARCHAR(60)  NOT NULL,
    rule_version    VARCHAR(40)  NOT NULL,
    payer_proof     VARCHAR(300) NOT NULL,
    evidence        VARCHAR(2000) NOT NULL,
    alternatives    VARCHAR(2000) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    effective_on    DATE         NOT NULL,
    posting_date    DATE         NOT NULL
);
CREATE INDEX decision_by_receipt ON decision (receipt_id);
CREATE INDEX decision_by_customer ON decision (company, customer_id);
${on_hsqldb} CREATE INDEX decision_by_previous_customer ON decision (company, previous_customer_id);
${on_postgresql} CREATE INDEX decision_by_previous_customer ON decision (company, previous_customer_id) WHERE previous_customer_id IS NOT NULL;

-- The amount is what is settled, in the item's currency. Where the receipt is in another one, receipt_amount is what is used
-- up of it, with the same sign; otherwise that is the amount, and both columns are null.
CREATE TABLE allocation (
    allocation_id   BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    receipt_id      BIGINT,
    item_id         BIGINT,
    counter_item_id BIGINT       REFERENCES document,
    counter_receipt_id BIGINT    REFERENCES receipt,
    customer_id     VARCHAR(60)  NOT NULL,
    payer_customer_id VARCHAR(60),
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    rule            VARCHAR(60)  NOT NULL,
    rule_version    VARCHAR(40)  NOT NULL,
    evidence        VARCHAR(2000) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    effective_on    DATE         NOT NULL,
    posting_date    DATE         NOT NULL,
    ${on_hsqldb} reverses BIGINT,
    ${on_postgresql} reverses BIGINT REFERENCES allocation,
    receipt_amount  NUMERIC(19,4),
    receipt_currency VARCHAR(3),
    ${on_hsqldb} CONSTRAINT allocation_reversed_once UNIQUE (reverses),
    CONSTRAINT allocation_sign CHECK ((reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)),
    CONSTRAINT allocation_exchange CHECK ((receipt_amount IS NULL AND receipt_currency IS NULL)
        OR (kind = 'PAYMENT' AND receipt_currency IS NOT NULL AND receipt_currency <> currency AND receipt_amount IS NOT NULL
            AND ((amount > 0 AND receipt_amount > 0) OR (amount < 0 AND receipt_amount < 0))))
);
CREATE INDEX allocation_by_item ON allocation (item_id);
${index_on_foreign_key} allocation_by_counter_item ON allocation (counter_item_id) WHERE counter_item_id IS NOT NULL;
CREATE INDEX allocation_by_receipt ON allocation (receipt_id);
${index_on_foreign_key} allocation_by_counter_receipt ON allocation (counter_receipt_id) WHERE counter_receipt_id IS NOT NULL;
CREATE INDEX allocation_by_customer ON allocation (company, customer_id);
CREATE INDEX allocation_by_rule ON allocation (rule, allocation_id);
${on_hsqldb} CREATE INDEX allocation_by_payer ON allocation (payer_customer_id);
${on_postgresql} CREATE INDEX allocation_by_payer ON allocation (payer_customer_id) WHERE payer_customer_id IS NOT NULL;
${on_postgresql} CREATE UNIQUE INDEX allocation_reversed_once ON allocation (reverses) WHERE reverses IS NOT NULL;

-- For whom payers pay that master data do not know: a row for each receipt that confirms it, at most a few for each key and
-- customer, since more prove nothing; sign -1 takes it back. kind: ACCOUNT, NAME, or CUSTOMER (one customer for another).
CREATE TABLE learned_payer (
    row_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    payer_key       VARCHAR(250) NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    receipt_id      BIGINT       NOT NULL REFERENCES receipt,
    sign            INTEGER      NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT learned_payer_sign CHECK (sign = 1 OR sign = -1)
);
${index_on_foreign_key} learned_payer_by_receipt ON learned_payer (receipt_id);
CREATE INDEX learned_payer_by_key ON learned_payer (payer_key);

-- A stop on reminders: for an item, a customer or a whole company, from a day, until a day if one is given.
CREATE TABLE block (
    block_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60),
    item_id         BIGINT       REFERENCES document,
    from_day        DATE         NOT NULL,
    until_day       DATE,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reverses        BIGINT       REFERENCES block,
    kind            VARCHAR(20)  NOT NULL,
    CONSTRAINT block_reversed_once UNIQUE (reverses)
);
CREATE INDEX block_by_customer ON block (company, customer_id);
${index_on_foreign_key} block_by_item ON block (item_id) WHERE item_id IS NOT NULL;

-- What a person has told the hub to do, where it must be known again: it came in a file, or waits for a second person.
CREATE TABLE instruction (
    instruction_id  BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    instruction_key VARCHAR(120),
    action          VARCHAR(20)  NOT NULL,
    payment_id      VARCHAR(130) NOT NULL,
    documents       VARCHAR(2000) NOT NULL,
    allocation_id   VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    proposal        INTEGER      NOT NULL,
    amount          NUMERIC(19,4),
    currency        VARCHAR(3)   NOT NULL,
    from_day        DATE,
    until_day       DATE,
    code            VARCHAR(30)  NOT NULL,
    person          VARCHAR(100) NOT NULL,
    schedule        VARCHAR(2000) NOT NULL,
    source          VARCHAR(200) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    proposed_by     VARCHAR(100) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL,
    CONSTRAINT instruction_once UNIQUE (instruction_key)
);

-- How an instruction ended: carried out, approved by a second person and carried out, or refused by one.
CREATE TABLE instruction_end (
    end_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    instruction_id  BIGINT       NOT NULL REFERENCES instruction,
    outcome         VARCHAR(10)  NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    says            VARCHAR(2000) NOT NULL,
    CONSTRAINT instruction_ended_once UNIQUE (instruction_id)
);

-- A person accepted the difference between the opening items and the ERP's control balance.
CREATE TABLE go_live_release (
    release_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    difference      NUMERIC(19,4) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);

-- What was said --------------------------------------------------------------------------------------------------

CREATE TABLE statement (
    statement_id    BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    statement_month VARCHAR(7)   NOT NULL,
    version         INTEGER      NOT NULL,
    statement_number VARCHAR(60) NOT NULL,
    first_day       DATE         NOT NULL,
    cut_off         DATE         NOT NULL,
    as_known_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    opening_balance NUMERIC(19,4) NOT NULL,
    closing_balance NUMERIC(19,4) NOT NULL,
    open_items      NUMERIC(19,4) NOT NULL,
    unapplied       NUMERIC(19,4) NOT NULL,
    pdf_sha256      VARCHAR(64)  NOT NULL,
    CONSTRAINT statement_once UNIQUE (company, customer_id, currency, statement_month, version)
);

CREATE TABLE reminder (
    reminder_id     BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    dunning_level   INTEGER      NOT NULL,
    reminded_on     DATE         NOT NULL,
    overdue_amount  NUMERIC(19,4) NOT NULL,
    covered_amount  NUMERIC(19,4) NOT NULL,
    as_known_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    policy_version  VARCHAR(40)  NOT NULL,
    business_key    VARCHAR(200) NOT NULL
);
CREATE INDEX reminder_by_customer ON reminder (company, customer_id);
CREATE INDEX reminder_by_key ON reminder (business_key);

CREATE TABLE reminder_item (
    reminder_item_id BIGINT      NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    reminder_id     BIGINT       NOT NULL,
    item_id         BIGINT       NOT NULL,
    open_amount     NUMERIC(19,4) NOT NULL,
    excluded_amount NUMERIC(19,4) NOT NULL,
    days_overdue    INTEGER      NOT NULL,
    dunning_level   INTEGER      NOT NULL
);
CREATE INDEX reminder_item_by_reminder ON reminder_item (reminder_id);
CREATE INDEX reminder_item_by_item ON reminder_item (item_id);

-- A reminder that was decided but not sent: what happened before the mail was due.
CREATE TABLE reminder_withdrawal (
    withdrawal_id   BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    reminder_id     BIGINT       NOT NULL REFERENCES reminder,
    reason          VARCHAR(500) NOT NULL,
    CONSTRAINT reminder_withdrawn_once UNIQUE (reminder_id)
);
