-- What became of a month's statements beside the statements themselves.

-- A run that went through all customers of a company; the month is done. last_statement_id is the newest of the month then.
CREATE TABLE statement_run (
    run_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    statement_month VARCHAR(7)   NOT NULL,
    cut_off         DATE         NOT NULL,
    as_known_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_statement_id BIGINT     NOT NULL,
    made            INTEGER      NOT NULL,
    held_back       INTEGER      NOT NULL
);
CREATE INDEX statement_run_by_month ON statement_run (company, statement_month);

-- A statement that was made but not mailed, and why.
CREATE TABLE statement_hold (
    hold_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    company         VARCHAR(40)  NOT NULL,
    reason          VARCHAR(20)  NOT NULL,
    detail          VARCHAR(500) NOT NULL,
    CONSTRAINT statement_held_once UNIQUE (statement_id)
);

-- A person lets a statement go that was held.
CREATE TABLE statement_release (
    release_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    company         VARCHAR(40)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT statement_released_once UNIQUE (statement_id, decided_by)
);
${index_on_foreign_key} statement_release_by_statement ON statement_release (statement_id);
