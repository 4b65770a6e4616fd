package org.saldo.delivery.pdf;

/** A stretch of text in one face; {@code width} is in thousandths of the type size. */
record Run(Face face, boolean emboldened, String text, int width) {
}
