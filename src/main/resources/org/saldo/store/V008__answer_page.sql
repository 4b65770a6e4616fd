-- The page of a statement answers once: the second answer finds its place taken.
CREATE TABLE answer_page_use (
    use_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    statement_id    BIGINT       NOT NULL REFERENCES statement,
    reply_id        BIGINT       NOT NULL REFERENCES reply_mail,
    CONSTRAINT answer_page_once UNIQUE (statement_id)
);
