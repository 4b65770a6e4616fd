package org.saldo.settings;

/** A settings file says something that the hub does not understand. The message is {@code file:line: what; what to do}. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
