-- A person released the content of a bank account that is printed to customers, or withdrew it. Two different people make it
-- count. content is what content_hash is the SHA-256 of.
CREATE TABLE account_release (
    release_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    account_id      VARCHAR(40)  NOT NULL,
    content_hash    VARCHAR(64)  NOT NULL,
    content         VARCHAR(1000) NOT NULL,
    withdrawn       BOOLEAN      NOT NULL,
    printed_from    DATE         NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);

-- The register of the statements that were issued: a chain for each company. entry_hash covers the hash of the entry before it,
-- the statement's key, balance and known-at, and the hashes that stand here. account_hash is that of the bank account that is
-- printed, unsealed_sha256 that of the bytes before they were sealed; both are empty where there is none.
CREATE TABLE issued_statement (
    entry_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    register_number BIGINT       NOT NULL,
    statement_id    BIGINT       NOT NULL,
    account_hash    VARCHAR(64)  NOT NULL,
    unsealed_sha256 VARCHAR(64)  NOT NULL,
    previous_hash   VARCHAR(64)  NOT NULL,
    entry_hash      VARCHAR(64)  NOT NULL,
    CONSTRAINT issued_in_turn UNIQUE (company, register_number),
    CONSTRAINT issued_once UNIQUE (statement_id)
);

-- Where a company's register ends. Whoever adds an entry moves it on from what he has read, or begins again.
CREATE TABLE statement_register (
    company         VARCHAR(40)  NOT NULL PRIMARY KEY,
    last_number     BIGINT       NOT NULL,
    last_hash       VARCHAR(64)  NOT NULL
);
