/** A made-up company whose year goes through the hub: its files, its source database, its mailbox, and the story told of them. */
package org.saldo.command.demo;
