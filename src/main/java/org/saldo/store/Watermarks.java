package org.saldo.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far each source has been read. */
final class Watermarks {

    private Watermarks() {
    }

    static Optional<String> of(Handle handle, String source) {
        return handle.createQuery("SELECT mark FROM watermark WHERE source_name = :source").bind("source", source)
                .mapTo(String.class).findOne();
    }

    static void move(Handle handle, String source, String mark) {
        int moved = handle.createUpdate("UPDATE watermark SET mark = :mark WHERE source_name = :source")
                .bind("mark", mark).bind("source", source).execute();
        if (moved == 0) {
            handle.createUpdate("INSERT INTO watermark (source_name, mark) VALUES (:source, :mark)")
                    .bind("mark", mark).bind("source", source).execute();
        }
    }
}
