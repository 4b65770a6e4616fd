package org.saldo.camel;

import java.io.File;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.Work;

/** Where file routes hand over what they found: the bean {@code inbox}. */
public final class FileDrop {

    private final Work work;
    private final Today today;

    FileDrop(Work work, Today today) {
        this.work = work;
        this.today = today;
    }

    /**
     * Takes the file in; it is in the archive afterwards. A file that is gone was taken in by another process.
     *
     * @param kind as the inbox's folder is called
     */
    public void takeIn(File file, String kind) {
        if (file.exists()) {
            FileKind known = FileKind.named(kind).orElseThrow(() -> new IllegalArgumentException("kind '" + kind
                    + "' is not known; use one of " + FileKind.names()));
            work.takeIn(Incoming.file(file.toPath(), known), today.day());
        }
    }
}
