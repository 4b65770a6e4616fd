-- A step of a ladder that a person takes inside the house: a call, a word to the salesperson or manager, a proposal to hold
-- deliveries, the handover. A step of a kind is taken for a customer once a day at most.
CREATE TABLE house_step (
    house_step_id   BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    customer_id     VARCHAR(60)  NOT NULL,
    ladder          VARCHAR(60)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    taken_on        DATE         NOT NULL,
    policy_version  VARCHAR(40)  NOT NULL,
    CONSTRAINT house_step_once_a_day UNIQUE (company, customer_id, kind, taken_on)
);

-- The items that had reached the step, with what of them could be asked for.
CREATE TABLE house_step_item (
    house_step_item_id BIGINT    NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    house_step_id   BIGINT       NOT NULL REFERENCES house_step,
    item_id         BIGINT       NOT NULL REFERENCES document,
    currency        VARCHAR(3)   NOT NULL,
    open_amount     NUMERIC(19,4) NOT NULL,
    days_overdue    INTEGER      NOT NULL
);
${index_on_foreign_key} house_step_item_by_step ON house_step_item (house_step_id);
${index_on_foreign_key} house_step_item_by_item ON house_step_item (item_id);

-- A person has done it, or will not.
CREATE TABLE house_step_end (
    end_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    house_step_id   BIGINT       NOT NULL REFERENCES house_step,
    outcome         VARCHAR(10)  NOT NULL,
    ended_on        DATE         NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT house_step_ended_once UNIQUE (house_step_id)
);
