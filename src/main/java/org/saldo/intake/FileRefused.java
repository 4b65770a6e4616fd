package org.saldo.intake;

/** A file of which nothing can be taken in; it carries the one rejection that says why. */
public final class FileRefused extends RuntimeException {

    private final transient Rejection rejection;

    public FileRefused(Rejection rejection) {
        super(rejection.toString());
        this.rejection = rejection;
    }

    static FileRefused of(String file, long line, String reason, String remedy) {
        return new FileRefused(new Rejection(file, line, Rejection.FILE, reason, remedy));
    }

    public Rejection rejection() {
        return rejection;
    }
}
