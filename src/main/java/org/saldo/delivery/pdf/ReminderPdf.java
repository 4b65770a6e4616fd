package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.saldo.delivery.Look;
import org.saldo.delivery.PrintedReminder;
import org.saldo.delivery.PrintedReminder.Kind;
import org.saldo.delivery.PrintedReminder.Line;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;

/**
 * A reminder to print, as PDF/A-3b and PDF/UA-1: real text in tagged tables. Equal reminders give the same bytes. It serves
 * one thread at a time.
 */
public final class ReminderPdf {

    private static final float SIDE = 88;
    private static final Style TEXT = Palette.BODY.sized(9.5f);
    private static final int LINES_MOST = 12;

    private final Typefaces typefaces;

    public ReminderPdf() {
        this(List.of());
    }

    /**
     * @param fonts TrueType files for characters that the fonts of the house lack
     * @throws IllegalArgumentException when one of them cannot be set and embedded
     */
    public ReminderPdf(List<Path> fonts) {
        this.typefaces = new Typefaces(fonts);
    }

    /** Why a name or number of the letter cannot be printed as it is, and what to do; empty when all can. */
    public synchronized Optional<String> unprintable(PrintedReminder reminder) {
        return new Printable(typefaces).fault(reminder);
    }

    /** The bytes of the PDF. */
    public synchronized byte[] render(PrintedReminder reminder) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(UUID.nameUUIDFromBytes(reminder.key().getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits());
            Instant made = reminder.on().atStartOfDay(ZoneOffset.UTC).toInstant();
            Archive archive = new Archive(document);
            archive.describe(new Metadata(reminder.title(), reminder.company().name(), reminder.language(), made));
            archive.meanSrgb();
            new Letter(document, reminder).draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private final class Letter {

        private final PrintedReminder reminder;
        private final Sheet sheet;
        private final Tags tags;

        Letter(PDDocument document, PrintedReminder reminder) {
            this.reminder = reminder;
            this.sheet = new Sheet(document, typefaces, new Shades(Look.PLAIN.accent()), this::continuation);
            this.tags = sheet.tags();
        }

        void draw() {
            head();
            List<Line> lines = reminder.lines();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                switch (line.kind()) {
                    case COLUMNS -> i = table(lines, i);
                    case PAY -> i = payment(lines, i);
                    case HEADING -> heading(line.cells().get(0));
                    default -> paragraph(String.join("  ", line.cells()), TEXT);
                }
            }
            sheet.finish(this::foot);
        }

        private void head() {
            sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Tone.ACCENT);
            sheet.moveTo(Sheet.TOP + 14);
            paragraph(reminder.company().name(), Palette.STRONG);
            reminder.company().address().forEach(text -> paragraph(text, Palette.SMALL));
            addressee(EnvelopeWindow.of(reminder.company().country()));
            sheet.moveTo(EnvelopeWindow.END + 12);
            paragraph(reminder.day(), Palette.QUIET);
            sheet.down(6);
            tags.open(Tags.TITLE);
            sheet.paragraph(Sheet.LEFT, Sheet.WIDTH, reminder.title(), Palette.HEADING.sized(13), 17, 3);
            tags.close();
            sheet.down(10);
        }

        /** Where the letter goes, so that it is read through the window; above it where it comes from. */
        private void addressee(EnvelopeWindow window) {
            Customer customer = reminder.customer();
            Company company = reminder.company();
            sheet.moveTo(window.top() - 12);
            line(window, Stream.concat(Stream.of(company.name()), company.address().stream())
                    .collect(Collectors.joining(" · ")), Palette.SMALL.sized(6.5f));
            sheet.moveTo(window.top());
            line(window, customer.legalName().isEmpty() ? customer.name() : customer.legalName(), Palette.STRONG.sized(10));
            if (!customer.contactName().isEmpty()) {
                line(window, customer.contactName(), TEXT);
            }
            customer.postal().lines(customer.country(), company.country(), company.language())
                    .forEach(text -> line(window, text, TEXT));
            EnvelopeWindow.FOLDS.forEach(fold -> sheet.line(14, 22, fold, 0.4f, Tone.HAIRLINE));
        }

        private void line(EnvelopeWindow window, String text, Style style) {
            tags.open(Tags.PARAGRAPH);
            sheet.paragraph(window.left(), EnvelopeWindow.WIDTH, text, style, style.size() + 2.5f, 2);
            tags.close();
        }

        private void heading(String text) {
            sheet.need(60);
            sheet.down(6);
            tags.open(Tags.HEADING);
            sheet.paragraph(Sheet.LEFT, Sheet.WIDTH, text, Palette.HEADING, 14, 2);
            tags.close();
            sheet.down(2);
        }

        private void paragraph(String text, Style style) {
            float leading = style.size() + 4;
            int count = Math.min(LINES_MOST, sheet.typefaces().wrap(text, style, Sheet.WIDTH, LINES_MOST).size());
            sheet.need(count * leading);
            tags.open(Tags.PARAGRAPH);
            sheet.paragraph(Sheet.LEFT, Sheet.WIDTH, text, style, leading, LINES_MOST);
            tags.close();
            sheet.down(style == TEXT ? 5 : 1);
        }

        /** Draws the table that begins there, and tells where it ends. */
        private int table(List<Line> lines, int from) {
            List<String> heads = lines.get(from).cells();
            List<Grid.Column> columns = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                columns.add(new Grid.Column(heads.get(i), i == 0 ? 110 : 80, i >= 2));
            }
            sheet.down(6);
            sheet.need(80);
            Grid grid = Grid.filling(sheet, columns);
            grid.header();
            int at = from + 1;
            for (; at < lines.size() && lines.get(at).kind() == Kind.ROW; at++) {
                grid.row(lines.get(at).cells().stream().map(Cell::of).toList());
            }
            if (at < lines.size() && lines.get(at).kind() == Kind.TOTAL) {
                grid.total(lines.get(at).cells().stream().map(text -> Cell.of(text, Palette.STRONG)).toList());
                at++;
            } else {
                grid.close();
            }
            sheet.down(8);
            return at - 1;
        }

        /** Draws where to pay, label and value a line, with the code beside it; tells where it ends. */
        private int payment(List<Line> lines, int from) {
            sheet.need(SIDE + 24);
            float top = sheet.y();
            int at = from;
            tags.open(Tags.TABLE);
            for (; at < lines.size() && lines.get(at).kind() == Kind.PAY; at++) {
                row(lines.get(at).cells().get(0), lines.get(at).cells().get(1));
            }
            tags.close();
            float bottom = sheet.y();
            if (!reminder.code().isEmpty()) {
                tags.open("Figure");
                tags.describe(reminder.codeText(), Sheet.RIGHT - SIDE, Sheet.fromBottom(top + SIDE), SIDE, SIDE);
                sheet.picture(new QrCode(reminder.code()).areas(Sheet.RIGHT - SIDE, top, SIDE), Tone.INK);
                tags.close();
                sheet.textRightFitted(Sheet.RIGHT, top + SIDE + 10, reminder.codeText(), Palette.SMALL, SIDE + 60, 5);
                bottom = Math.max(bottom, top + SIDE + 14);
            }
            sheet.moveTo(bottom + 8);
            return at - 1;
        }

        private void row(String label, String value) {
            float top = sheet.y();
            tags.open(Tags.ROW);
            tags.openHeader(false);
            sheet.text(Sheet.LEFT, top + 10.5f, label, Palette.SMALL);
            tags.close();
            tags.openCell(1);
            sheet.moveTo(top);
            sheet.paragraph(Sheet.LEFT + 100, Sheet.WIDTH - 100 - SIDE - 30, value, Palette.STRONG, 13, 3);
            tags.close();
            tags.close();
            sheet.down(1);
        }

        private void continuation() {
            sheet.fill(Sheet.LEFT, Sheet.TOP, 30, 3, Tone.ACCENT);
            sheet.text(Sheet.LEFT, Sheet.TOP + 16, sheet.typefaces().wrap(reminder.title(), Palette.SMALL, Sheet.WIDTH, 1)
                    .get(0), Palette.SMALL);
            sheet.moveTo(Sheet.TOP + 30);
        }

        private void foot(int number) {
            float y = Sheet.BOTTOM + 20;
            sheet.line(Sheet.LEFT, Sheet.RIGHT, y, 0.4f, Tone.HAIRLINE);
            sheet.text(Sheet.LEFT, y + 13, sheet.typefaces().wrap(reminder.company().name() + " · "
                    + reminder.customer().id().number(), Palette.SMALL, Sheet.WIDTH - 90, 1).get(0), Palette.SMALL);
            sheet.textRight(Sheet.RIGHT, y + 13, number + " / " + sheet.pageCount(), Palette.SMALL);
        }
    }
}
