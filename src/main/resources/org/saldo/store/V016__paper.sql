-- Signed paper that binds us and waits for a second person, with what the first one read on it.
CREATE TABLE paper_answer (
    paper_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    outcome         VARCHAR(30)  NOT NULL,
    grade           VARCHAR(12)  NOT NULL,
    signed_by       VARCHAR(254) NOT NULL,
    person_role     VARCHAR(100) NOT NULL,
    signed_on       DATE         NOT NULL,
    scan_sha256     VARCHAR(64)  NOT NULL REFERENCES content,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX paper_answer_by_customer ON paper_answer (company, customer_id);

-- How it ended: a second person said the same, and it became an answer; or somebody refused it.
CREATE TABLE paper_answer_end (
    end_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    paper_id        BIGINT       NOT NULL REFERENCES paper_answer,
    outcome         VARCHAR(10)  NOT NULL,
    answer_id       BIGINT       REFERENCES answer,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT paper_answer_end_once UNIQUE (paper_id)
);
