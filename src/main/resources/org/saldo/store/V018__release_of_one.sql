-- A person lets go or stops the reminder of one customer; empty: of all whom the word found waiting.
ALTER TABLE reminder_release ADD COLUMN customer_id VARCHAR(60) DEFAULT '' NOT NULL;
