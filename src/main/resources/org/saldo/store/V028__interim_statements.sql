-- Statements as of a day in the middle of a month that a person asked for: documents of their own, in no month and no chain.
CREATE TABLE interim_statement (
    interim_id      BIGINT        NOT NULL PRIMARY KEY,
    batch_id        BIGINT        NOT NULL ${references_batch},
    company         VARCHAR(40)   NOT NULL,
    customer_id     VARCHAR(60)   NOT NULL,
    currency        VARCHAR(3)    NOT NULL,
    as_of           DATE          NOT NULL,
    version         INTEGER       NOT NULL,
    first_day       DATE          NOT NULL,
    as_known_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    opening_balance NUMERIC(19,4) NOT NULL,
    closing_balance NUMERIC(19,4) NOT NULL,
    open_items      NUMERIC(19,4) NOT NULL,
    unapplied       NUMERIC(19,4) NOT NULL,
    pdf_sha256      VARCHAR(64)   NOT NULL REFERENCES content,
    reason          VARCHAR(500)  NOT NULL,
    requested_by    VARCHAR(100)  NOT NULL,
    CONSTRAINT interim_statement_once UNIQUE (company, customer_id, currency, as_of, version)
);
