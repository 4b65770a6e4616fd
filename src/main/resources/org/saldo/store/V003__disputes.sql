-- What customers contest, have promised and pay by plan. These are rows of the ledger like those of V001: written once, under
-- a batch. What followed of a dispute, a promise or a plan are steps; whether a promise or a plan is kept is never stored.

CREATE TABLE dispute (
    dispute_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    code            VARCHAR(30)  NOT NULL,
    owner_name      VARCHAR(100) NOT NULL,
    opened_on       DATE         NOT NULL,
    respond_by      DATE         NOT NULL,
    source          VARCHAR(200) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT dispute_positive CHECK (amount > 0)
);
CREATE INDEX dispute_by_customer ON dispute (company, customer_id);
${index_on_foreign_key} dispute_by_item ON dispute (item_id);

-- What a receipt left open of an item that it was meant to settle, and why. It holds while the receipt settles a part of it.
CREATE TABLE item_difference (
    difference_id   BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    receipt_id      BIGINT       NOT NULL REFERENCES receipt,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    code            VARCHAR(30)  NOT NULL,
    effective_on    DATE         NOT NULL,
    CONSTRAINT item_difference_positive CHECK (amount > 0)
);
${index_on_foreign_key} item_difference_by_item ON item_difference (item_id);

-- A customer's word: so much, by that day. enough_amount is from how much on it is kept, kept_until the last day on which
-- cash may be booked for it; whole: any cash of the customer keeps it, not only what settles its items.
CREATE TABLE payment_promise (
    promise_id      BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    enough_amount   NUMERIC(19,4) NOT NULL,
    whole           BOOLEAN      NOT NULL,
    made_on         DATE         NOT NULL,
    promised_day    DATE         NOT NULL,
    kept_until      DATE         NOT NULL,
    told_by         VARCHAR(100) NOT NULL,
    source          VARCHAR(200) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT payment_promise_positive CHECK (amount > 0)
);
CREATE INDEX payment_promise_by_customer ON payment_promise (company, customer_id);

CREATE TABLE payment_promise_item (
    promise_item_id BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    promise_id      BIGINT       NOT NULL REFERENCES payment_promise,
    item_id         BIGINT       NOT NULL REFERENCES document,
    amount          NUMERIC(19,4) NOT NULL,
    CONSTRAINT payment_promise_item_positive CHECK (amount > 0)
);
${index_on_foreign_key} payment_promise_item_by_promise ON payment_promise_item (promise_id);

CREATE TABLE instalment_plan (
    plan_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    proposed_on     DATE         NOT NULL,
    broken_after    INTEGER      NOT NULL,
    source          VARCHAR(200) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT instalment_plan_positive CHECK (amount > 0)
);
CREATE INDEX instalment_plan_by_customer ON instalment_plan (company, customer_id);

-- What was open of each item when the plan was proposed; the instalments add up to the same.
CREATE TABLE instalment_plan_item (
    plan_item_id    BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    plan_id         BIGINT       NOT NULL REFERENCES instalment_plan,
    item_id         BIGINT       NOT NULL REFERENCES document,
    amount          NUMERIC(19,4) NOT NULL,
    CONSTRAINT instalment_plan_item_positive CHECK (amount > 0)
);
${index_on_foreign_key} instalment_plan_item_by_plan ON instalment_plan_item (plan_id);

CREATE TABLE instalment (
    instalment_id   BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    plan_id         BIGINT       NOT NULL REFERENCES instalment_plan,
    due_on          DATE         NOT NULL,
    missed_after    DATE         NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    CONSTRAINT instalment_positive CHECK (amount > 0)
);
${index_on_foreign_key} instalment_by_plan ON instalment (plan_id);

-- What followed: a dispute's outcome, a promise cancelled, a plan accepted or ended; or such a step taken back. Row ids are
-- unique over all tables, so the id alone says what the step is about; its turn keeps two steps from being taken at once.
CREATE TABLE exclusion_step (
    step_id         BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    subject_id      BIGINT       NOT NULL,
    turn            INTEGER      NOT NULL,
    step            VARCHAR(30)  NOT NULL,
    effective_on    DATE         NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    reverses        BIGINT       REFERENCES exclusion_step,
    CONSTRAINT exclusion_step_once UNIQUE (subject_id, turn),
    CONSTRAINT exclusion_step_reversed_once UNIQUE (reverses)
);
