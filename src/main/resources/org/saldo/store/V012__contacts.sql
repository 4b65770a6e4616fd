-- What customers answer to reminders, and what is known of every contact with them. All of it is append-only.

-- How a mail that answers a reminder, or a statement by more than a yes, was read. business_key is that of the reminder's or
-- the statement's mail; why_no_pause is empty when it paused something; stops why nobody reminds the customer until a person
-- has decided on it (a kind of block), or is empty.
CREATE TABLE reminder_answer (
    reminder_answer_id BIGINT    NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    business_key    VARCHAR(200) NOT NULL,
    bound_by        VARCHAR(12)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    is_clear        BOOLEAN      NOT NULL,
    documents       VARCHAR(500) NOT NULL,
    named_references VARCHAR(500) NOT NULL,
    currency        VARCHAR(3),
    amount          NUMERIC(19,4),
    named_day       DATE,
    away_until      DATE,
    why_no_pause    VARCHAR(200) NOT NULL,
    stops           VARCHAR(20)  NOT NULL,
    CONSTRAINT reminder_answer_once UNIQUE (reply_id)
);
CREATE INDEX reminder_answer_by_customer ON reminder_answer (company, customer_id);

-- A few days in which a part of an item is not asked for, because its customer has answered. No promise, no dispute.
CREATE TABLE answer_pause (
    pause_id        BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    from_day        DATE         NOT NULL,
    until_day       DATE         NOT NULL,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    says            VARCHAR(100) NOT NULL,
    CONSTRAINT answer_pause_positive CHECK (amount > 0 AND until_day >= from_day),
    CONSTRAINT answer_pause_once UNIQUE (reply_id, item_id)
);
CREATE INDEX answer_pause_by_customer ON answer_pause (company, customer_id);

-- A person has looked at the answer: what it paused is asked for again from that day on, unless something took its place.
CREATE TABLE answer_pause_end (
    end_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    effective_on    DATE         NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT answer_pause_ended_once UNIQUE (reply_id)
);

-- Something that speaks against giving the customer credit.
CREATE TABLE risk_signal (
    signal_id       BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    noted_on        DATE         NOT NULL,
    reply_id        BIGINT       REFERENCES reply_mail,
    evidence        VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX risk_signal_by_customer ON risk_signal (company, customer_id);

-- A contact that a person noted: a call, a visit, a letter.
CREATE TABLE contact_note (
    note_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    contact_on      DATE         NOT NULL,
    spoken_with     VARCHAR(100) NOT NULL,
    words           VARCHAR(2000) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX contact_note_by_customer ON contact_note (company, customer_id);

-- Why an item, or all of a customer (item_id empty), is paid late: a code of the policy's list. The latest one of an item holds.
CREATE TABLE lateness (
    lateness_id     BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       REFERENCES document,
    code            VARCHAR(30)  NOT NULL,
    noted_on        DATE         NOT NULL,
    source          VARCHAR(40)  NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX lateness_by_customer ON lateness (company, customer_id);

-- What happens to a customer's credit: the ERP is asked to hold or release deliveries, and says yes or no. Turns are counted,
-- so that two cannot be taken at once; deliveries are held only from when the ERP has said so.
CREATE TABLE credit_hold_step (
    step_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    turn            INTEGER      NOT NULL,
    step            VARCHAR(20)  NOT NULL,
    effective_on    DATE         NOT NULL,
    manual          BOOLEAN      NOT NULL,
    reason          VARCHAR(1000) NOT NULL,
    policy_version  VARCHAR(40)  NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT credit_hold_in_turn UNIQUE (company, customer_id, turn)
);

-- A request was handed to the ERP: by file, mail or SQL. A request without such a row is handed over by the next run.
CREATE TABLE credit_hold_sent (
    sent_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    step_id         BIGINT       NOT NULL REFERENCES credit_hold_step,
    way             VARCHAR(10)  NOT NULL,
    reference_text  VARCHAR(300) NOT NULL,
    CONSTRAINT credit_hold_sent_once UNIQUE (step_id)
);

-- A file that people keep of a customer for a handover: its contract, a document as it was issued, a proof of delivery.
CREATE TABLE customer_file (
    file_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    document_number VARCHAR(80)  NOT NULL,
    file_name       VARCHAR(200) NOT NULL,
    sha256          VARCHAR(64)  NOT NULL REFERENCES content,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL
);
CREATE INDEX customer_file_by_customer ON customer_file (company, customer_id);

-- What went to a customer is asked for by customer.
CREATE INDEX mail_by_customer ON mail (company, customer_id);
