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
