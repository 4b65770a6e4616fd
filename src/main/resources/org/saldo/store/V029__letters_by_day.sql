-- Letters that were not put where they are printed are looked for by the day of their reminder.
CREATE INDEX reminder_letter_by_day ON reminder_letter (company, reminded_on);
