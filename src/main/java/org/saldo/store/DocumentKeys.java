package org.saldo.store;

import java.util.List;

/** Reads the keys of all documents, by number and by other names, into a {@link KeyFilter}. */
final class DocumentKeys {

    private static final int READ_AT_ONCE = 20_000;

    private final Database database;

    DocumentKeys(Database database) {
        this.database = database;
    }

    KeyFilter filter() {
        KeyFilter filter = new KeyFilter(count());
        addAll(filter, "SELECT item_id, number_key FROM document WHERE item_id > :after ORDER BY item_id LIMIT :most");
        addAll(filter, "SELECT reference_id, reference_key FROM document_reference WHERE reference_id > :after"
                + " ORDER BY reference_id LIMIT :most");
        return filter;
    }

    long count() {
        return count("document") + count("document_reference");
    }

    private long count(String table) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }

    private void addAll(KeyFilter filter, String sql) {
        long after = 0;
        List<Key> page;
        do {
            long last = after;
            page = database.jdbi().withHandle(handle -> handle.createQuery(sql).bind("after", last)
                    .bind("most", READ_AT_ONCE).map((row, context) -> new Key(row.getLong(1), row.getString(2))).list());
            page.forEach(key -> filter.add(key.text));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id;
        } while (page.size() == READ_AT_ONCE);
    }

    private record Key(long id, String text) {
    }
}
