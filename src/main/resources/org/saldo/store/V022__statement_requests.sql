-- A person asked for this statement, and why: a new version whose figures are those of the one before, or one that the policy
-- leaves out.
CREATE TABLE statement_request (
    request_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    company         VARCHAR(40)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    requested_by    VARCHAR(100) NOT NULL,
    CONSTRAINT statement_requested_once UNIQUE (statement_id)
);

-- The limits of the aging buckets on the page, such as 30,60,90.
ALTER TABLE statement ADD COLUMN aging_limits VARCHAR(100) DEFAULT '30,60,90' NOT NULL;
