-- The run of reminders: how answers find back.

-- The code that a reminder's mail carries, as a hash: who reads the database cannot answer in a customer's name.
CREATE TABLE reminder_token (
    token_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    code_sha256     VARCHAR(64)  NOT NULL,
    CONSTRAINT reminder_token_code_once UNIQUE (code_sha256)
);

-- The bank accounts that a reminder names, by the hash of what two people released.
CREATE TABLE reminder_account (
    account_row_id  BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    account_hash    VARCHAR(64)  NOT NULL
);
CREATE INDEX reminder_account_by_key ON reminder_account (business_key);

-- That an address of a customer's takes no mail (usable false), or takes it again because a person says so (true).
CREATE TABLE address_mark (
    mark_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    address         VARCHAR(254) NOT NULL,
    usable          BOOLEAN      NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX address_mark_by_customer ON address_mark (company, customer_id);
CREATE INDEX address_mark_by_key ON address_mark (business_key);

-- A reminder that waits for a person; kind RUN is lifted by the run itself when its sum is within the limits.
CREATE TABLE reminder_hold (
    hold_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    reminded_on     DATE         NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    CONSTRAINT reminder_held_once UNIQUE (business_key)
);
CREATE INDEX reminder_hold_by_day ON reminder_hold (company, reminded_on);

-- What holds of a day's reminders until then: SUMMED (the run is within its limits), GO or STOP (a person has looked).
CREATE TABLE reminder_release (
    release_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    reminded_on     DATE         NOT NULL,
    outcome         VARCHAR(10)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX reminder_release_by_day ON reminder_release (company, reminded_on);
CREATE INDEX reminder_by_day ON reminder (company, reminded_on);

-- A reminder on paper, for whom no mail can be written to: the bytes of the PDF, and that a person saw it delivered.
CREATE TABLE reminder_letter (
    letter_id       BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    reminded_on     DATE         NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    pdf_sha256      VARCHAR(64)  NOT NULL REFERENCES content,
    CONSTRAINT reminder_letter_once UNIQUE (business_key)
);
CREATE TABLE letter_delivery (
    delivery_id     BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    letter_id       BIGINT       NOT NULL REFERENCES reminder_letter,
    delivered_on    DATE         NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT letter_delivered_once UNIQUE (letter_id)
);
