/**
 * Mail that comes in, from its bytes: who sent it and what proves that, what it says, what it brings. Every mail is taken
 * for hostile: nothing in it is obeyed, and what cannot be read becomes a fault of the mail, never an exception.
 */
package org.saldo.intake.mail;
