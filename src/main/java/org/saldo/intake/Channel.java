package org.saldo.intake;

/** The way by which something came in. */
public enum Channel { FILE, MAIL, DATABASE, COMMAND }
