package org.saldo.store.intake;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far each source has been read. */
public final class Watermarks {

    private Watermarks() {
    }

    public static Optional<String> of(Handle handle, String source) {
        return handle.createQuery("SELECT mark FROM watermark WHERE source_name = :source").bind("source", source)
                .mapTo(String.class).findOne();
    }

    public static void move(Handle handle, String source, String mark) {
        int moved = handle.createUpdate("UPDATE watermark SET mark = :mark WHERE source_name = :source")
                .bind("mark", mark).bind("source", source).execute();
        if (moved == 0) {
            handle.createUpdate("INSERT INTO watermark (source_name, mark) VALUES (:source, :mark)")
                    .bind("mark", mark).bind("source", source).execute();
        }
    }
}
