-- What a customer contests of a statement, line by line, as its answer was read; a person makes disputes of it. amount is
-- empty where it contests all that is open.
CREATE TABLE contested_line (
    line_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    document_label  VARCHAR(90)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4),
    code            VARCHAR(30)  NOT NULL,
    said_paid       BOOLEAN      NOT NULL,
    words           VARCHAR(500) NOT NULL,
    CONSTRAINT contested_line_once UNIQUE (reply_id, document_label),
    CONSTRAINT contested_line_positive CHECK (amount IS NULL OR amount > 0)
);
CREATE INDEX contested_line_by_customer ON contested_line (company, customer_id);
