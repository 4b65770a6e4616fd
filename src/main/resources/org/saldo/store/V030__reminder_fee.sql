-- What a reminder has told its customer that it costs, on the oldest of the items that lead it. Whether it was charged says
-- interest_charge, of kind REMINDER_FEE and the day of the reminder.
CREATE TABLE reminder_fee (
    fee_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    reminded_on     DATE         NOT NULL,
    dunning_level   INTEGER      NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    law             VARCHAR(60)  NOT NULL,
    CONSTRAINT reminder_fee_once UNIQUE (business_key),
    CONSTRAINT reminder_fee_positive CHECK (amount > 0)
);
CREATE INDEX reminder_fee_by_customer ON reminder_fee (company, customer_id);
