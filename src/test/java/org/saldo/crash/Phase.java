package org.saldo.crash;

/** The kinds of work in whose middle the hub is killed. */
enum Phase { INTAKE, RECONCILE, DELIVER }
