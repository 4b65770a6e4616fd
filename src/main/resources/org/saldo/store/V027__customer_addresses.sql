-- The mail addresses of each row of a customer, one a row and in lower case: whose a mail is, is found by its sender.
CREATE TABLE customer_address (
    address_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    address         VARCHAR(254) NOT NULL
);
CREATE INDEX customer_address_by_address ON customer_address (address);
