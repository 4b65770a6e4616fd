-- What customers answer to their statements. All of it is append-only: an answer is never changed, a later one counts.

-- The code that a statement's mail carries, as a hash: who reads the database cannot answer in a customer's name.
CREATE TABLE statement_token (
    token_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    code_sha256     VARCHAR(64)  NOT NULL,
    CONSTRAINT statement_token_once UNIQUE (statement_id),
    CONSTRAINT statement_token_code_once UNIQUE (code_sha256)
);

-- Every mail that came to the mailbox for replies, and what was posted to a page, once; its bytes are kept as content.
CREATE TABLE reply_mail (
    reply_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    statement_id    BIGINT       REFERENCES statement,
    channel         VARCHAR(10)  NOT NULL,
    raw_sha256      VARCHAR(64)  NOT NULL REFERENCES content,
    received_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sender          VARCHAR(254) NOT NULL,
    subject         VARCHAR(500) NOT NULL,
    nature          VARCHAR(20)  NOT NULL,
    authenticated   VARCHAR(500) NOT NULL,
    binding         VARCHAR(20)  NOT NULL,
    meaning         VARCHAR(20)  NOT NULL,
    evidence        VARCHAR(1000) NOT NULL,
    CONSTRAINT reply_mail_once UNIQUE (raw_sha256)
);
CREATE INDEX reply_mail_by_customer ON reply_mail (company, customer_id);

CREATE TABLE answer (
    answer_id       BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    pdf_sha256      VARCHAR(64)  NOT NULL,
    side            VARCHAR(10)  NOT NULL,
    outcome         VARCHAR(30)  NOT NULL,
    grade           VARCHAR(12)  NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    person          VARCHAR(254) NOT NULL,
    person_role     VARCHAR(100) NOT NULL,
    answered_on     DATE         NOT NULL,
    received_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    authenticated   VARCHAR(500) NOT NULL,
    evidence_sha256 VARCHAR(64),
    evidence        VARCHAR(1000) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    recorded_by     VARCHAR(100) NOT NULL,
    reply_id        BIGINT       REFERENCES reply_mail
);
CREATE INDEX answer_by_customer ON answer (company, customer_id);
${index_on_foreign_key} answer_by_statement ON answer (statement_id);

-- A reply that a person has to look at, with what is suggested.
CREATE TABLE answer_task (
    task_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    statement_id    BIGINT       REFERENCES statement,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    reason          VARCHAR(20)  NOT NULL,
    suggestion      VARCHAR(30)  NOT NULL,
    CONSTRAINT answer_task_once UNIQUE (reply_id)
);

CREATE TABLE answer_task_end (
    end_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    task_id         BIGINT       NOT NULL REFERENCES answer_task,
    outcome         VARCHAR(10)  NOT NULL,
    answer_id       BIGINT       REFERENCES answer,
    decided_by      VARCHAR(100) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    CONSTRAINT answer_task_end_once UNIQUE (task_id)
);

-- One of two people has accepted an answer that takes both.
CREATE TABLE answer_consent (
    consent_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    task_id         BIGINT       NOT NULL REFERENCES answer_task,
    outcome         VARCHAR(30)  NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    CONSTRAINT answer_consent_once UNIQUE (task_id, decided_by)
);

-- A reminder to answer; its mail is in the outbox under the same business key.
CREATE TABLE answer_chase (
    chase_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    chased_on       DATE         NOT NULL,
    chase_number    INTEGER      NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    CONSTRAINT answer_chase_once UNIQUE (statement_id, chase_number)
);
CREATE INDEX mail_by_message_id ON mail (message_id);
