-- Projections: what is open now. They follow from the ledger's rows, are written in the same transaction and can be
-- rebuilt at any time. They hold only what is open, so that they stay small; a row goes when nothing is left of it.

CREATE TABLE open_item (
    item_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    credit          BOOLEAN      NOT NULL,
    open_amount     NUMERIC(19,4) NOT NULL,
    CONSTRAINT open_item_positive CHECK (open_amount > 0)
);
CREATE INDEX open_item_by_customer ON open_item (company, customer_id);

CREATE TABLE open_receipt (
    receipt_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60),
    currency        VARCHAR(3)   NOT NULL,
    unapplied       NUMERIC(19,4) NOT NULL,
    decision_id     BIGINT,
    CONSTRAINT open_receipt_not_zero CHECK (unapplied <> 0)
);
${on_hsqldb} CREATE INDEX open_receipt_by_customer ON open_receipt (company, customer_id);
${on_postgresql} CREATE INDEX open_receipt_by_customer ON open_receipt (company, customer_id) WHERE customer_id IS NOT NULL;

-- The outbox. The row and its bytes are written in the transaction of the decision; only the state moves on.

-- Bytes lie under an ascending number, beside the table of their hashes: HSQLDB goes down an index row by row, each row whole.
CREATE TABLE content_bytes (
    content_id      BIGINT       NOT NULL PRIMARY KEY,
    bytes           ${bytes}     NOT NULL
);
-- A PDF is packed already, and so is what a mail attaches: PostgreSQL would spend more time on it than on writing.
${store_unpacked} content_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- A mail is kept without the files that are kept already, a PDF without its fonts: parts says where which of them belong,
-- by comma (byte:sha256 where it stands in base64, byte=sha256 where it stands as it is).
CREATE TABLE content (
    sha256          VARCHAR(64)  NOT NULL PRIMARY KEY,
    content_id      BIGINT       NOT NULL,
    parts           VARCHAR(2000) NOT NULL
);

CREATE TABLE mail (
    mail_id         BIGINT       NOT NULL PRIMARY KEY,
    company         VARCHAR(40)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    business_key    VARCHAR(200) NOT NULL,
    recipients      VARCHAR(1000) NOT NULL,
    copies          VARCHAR(1000) NOT NULL,
    subject         VARCHAR(500) NOT NULL,
    message_id      VARCHAR(200) NOT NULL,
    content_sha256  VARCHAR(64)  NOT NULL,
    created_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state           VARCHAR(10)  NOT NULL,
    attempts        INTEGER      NOT NULL,
    next_attempt_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sent_at         TIMESTAMP(6) WITH TIME ZONE,
    last_reply      VARCHAR(500) NOT NULL,
    CONSTRAINT mail_once UNIQUE (business_key)
);
-- What waits is asked for by state; what was taken by a server, ACCEPTED or BOUNCED since, by when it was sent.
CREATE INDEX mail_by_state ON mail (state, sent_at);

CREATE TABLE mail_event (
    event_id        BIGINT       NOT NULL PRIMARY KEY,
    mail_id         BIGINT       NOT NULL,
    happened_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor           VARCHAR(100) NOT NULL,
    state           VARCHAR(10)  NOT NULL,
    detail          VARCHAR(500) NOT NULL
);
CREATE INDEX mail_event_by_mail ON mail_event (mail_id);

-- What belongs to this installation alone: the secret from which Message-IDs are made, set when it is first needed.
CREATE TABLE installation (
    only_row        INTEGER      NOT NULL PRIMARY KEY,
    message_secret  VARCHAR(64)  NOT NULL,
    CONSTRAINT installation_is_one CHECK (only_row = 1)
);
INSERT INTO installation VALUES (1, '');

-- Work: who is doing what, and how far a source has been read.

CREATE TABLE lease (
    lease_name      VARCHAR(80)  NOT NULL PRIMARY KEY,
    holder          VARCHAR(100) NOT NULL,
    held_until      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE watermark (
    source_name     VARCHAR(80)  NOT NULL PRIMARY KEY,
    mark            VARCHAR(200) NOT NULL
);

CREATE TABLE job_run (
    run_id          BIGINT       NOT NULL PRIMARY KEY,
    job             VARCHAR(40)  NOT NULL,
    business_day    DATE         NOT NULL,
    started_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at        TIMESTAMP(6) WITH TIME ZONE,
    outcome         VARCHAR(20)  NOT NULL,
    summary         VARCHAR(1000) NOT NULL
);
CREATE INDEX job_run_by_job ON job_run (job, started_at);

-- The hash of the migrations that made these tables: a database that has the present ones is opened without a look at each.

CREATE TABLE schema_mark (
    only_row        INTEGER      NOT NULL PRIMARY KEY,
    content_hash    VARCHAR(64)  NOT NULL,
    CONSTRAINT schema_mark_is_one CHECK (only_row = 1)
);
INSERT INTO schema_mark VALUES (1, '');
