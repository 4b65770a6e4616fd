-- Items of which a customer that was drawn by lot would have been told on the day, and is told some days later.
CREATE TABLE held_out_item (
    held_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    dunning_level   INTEGER      NOT NULL,
    held_on         DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    asked_amount    NUMERIC(19,4) NOT NULL,
    CONSTRAINT held_out_once UNIQUE (item_id, dunning_level)
);
CREATE INDEX held_out_item_by_customer ON held_out_item (company, customer_id);
