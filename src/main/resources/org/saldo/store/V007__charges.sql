-- What was charged for paying an item late: the days whose interest is in the document charged, or the lump sum. It counts
-- until that document is voided. The turns of an item are counted, so that two who charge the same days cannot both do so.
CREATE TABLE interest_charge (
    charge_id       BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    company         VARCHAR(40)  NOT NULL,
    item_id         BIGINT       NOT NULL REFERENCES document,
    kind            VARCHAR(20)  NOT NULL,
    turn            INTEGER      NOT NULL,
    document_item_id BIGINT      NOT NULL REFERENCES document,
    first_day       DATE         NOT NULL,
    last_day        DATE         NOT NULL,
    currency        VARCHAR(3)   NOT NULL,
    amount          NUMERIC(19,4) NOT NULL,
    law             VARCHAR(60)  NOT NULL,
    calculation     VARCHAR(2000) NOT NULL,
    reason          VARCHAR(500) NOT NULL,
    decided_by      VARCHAR(100) NOT NULL,
    CONSTRAINT interest_charged_once UNIQUE (item_id, kind, turn),
    CONSTRAINT interest_charge_positive CHECK (amount > 0 AND first_day <= last_day)
);
${index_on_foreign_key} interest_charge_by_document ON interest_charge (document_item_id);
