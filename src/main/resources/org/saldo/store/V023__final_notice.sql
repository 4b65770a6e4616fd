-- The last day that a final notice named for the item; what is said of it later repeats that day.
ALTER TABLE reminder_item ADD COLUMN last_day DATE;

-- The letter's file was put where it is printed: after its decision counts, when nobody has to look at it first any more.
CREATE TABLE letter_put (
    put_id          BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL ${references_batch},
    letter_id       BIGINT       NOT NULL REFERENCES reminder_letter,
    CONSTRAINT letter_put_once UNIQUE (letter_id)
);

-- Write-offs that wait for a second person are asked for with each page of customers.
CREATE INDEX instruction_by_action ON instruction (company, action);
