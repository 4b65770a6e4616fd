-- A person lets go or stops the reminder of one customer; empty: of all whom the word found waiting.
ALTER TABLE reminder_release ADD COLUMN customer_id VARCHAR(60) DEFAULT '' NOT NULL;

-- Where letters go, and why the ERP says that nobody is to be reminded.
ALTER TABLE customer ADD COLUMN street VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE customer ADD COLUMN postal_code VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE customer ADD COLUMN city VARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE customer ADD COLUMN region VARCHAR(60) DEFAULT '' NOT NULL;
ALTER TABLE customer ADD COLUMN reminder_stop VARCHAR(30) DEFAULT '' NOT NULL;
ALTER TABLE customer ADD COLUMN reminder_stop_until DATE;

-- What a company owes those who are also its customers, at the end of a day. The latest day of a company counts, whole.
CREATE TABLE payable (
    payable_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    as_of           DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    source          VARCHAR(250) NOT NULL,
    content_hash    VARCHAR(32)  NOT NULL
);
CREATE INDEX payable_by_day ON payable (company, as_of);

-- A discount that a notice has offered for paying early, to an item whose own terms give none. It holds unless the notice did
-- not go out.
CREATE TABLE discount_offer (
    offer_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    percent         NUMERIC(9,4) NOT NULL,
    until_day       DATE         NOT NULL,
    business_key    VARCHAR(200) NOT NULL
);
${index_on_foreign_key} discount_offer_by_item ON discount_offer (item_id);
CREATE INDEX discount_offer_by_customer ON discount_offer (company, customer_id);
